import { createHash, webcrypto } from 'node:crypto'

/** Hexadecimal SHA-256 of a text (its UTF-8) or of some bytes. Blocks about 1 ms a megabyte. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** The same off the event loop, for large files. */
export async function sha256Aside(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
}
