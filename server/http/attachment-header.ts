/**
 * A Content-Disposition header that has a browser save a file under its own name (RFC 6266), whatever characters the name has.
 *
 * @example attachmentHeader('计划.txt') // attachment; filename="__.txt"; filename*=UTF-8''%E8%AE%A1%E5%88%92.txt
 */
export function attachmentHeader(file: string): string {
  const plain = file.replace(/[^\x20-\x7e]|["\\%;]/g, '_')
  // Through bytes and back: half of a surrogate pair, which a name on disk can hold, cannot be encoded.
  const encoded = encodeURIComponent(Buffer.from(file).toString()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
