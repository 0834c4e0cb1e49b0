/** A file that the server made, with the name that it gave. */
export interface Attachment {
  readonly blob: Blob
  readonly name: string
}

/** Reads a response as a file; `fallbackName` where its Content-Disposition names none. */
export async function readAttachment(response: Response, fallbackName: string): Promise<Attachment> {
  return { blob: await response.blob(), name: attachmentName(response.headers.get('content-disposition')) ?? fallbackName }
}

/**
 * The file name of a Content-Disposition, the encoded form (RFC 5987) first; null when it has none.
 *
 * @example attachmentName("attachment; filename=\"a.csv\"; filename*=UTF-8''%E8%A1%A8.csv") // 表.csv
 */
export function attachmentName(header: string | null): string | null {
  const encoded = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded.trim())
    } catch {
      // Not well encoded: the plain form may be.
    }
  }
  return /filename\s*=\s*"([^"]+)"/i.exec(header ?? '')?.[1] ?? null
}
