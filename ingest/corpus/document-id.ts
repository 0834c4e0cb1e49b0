declare const brand: unique symbol

/** Names one version of one file: `d` and 16 hexadecimal digits. */
export type DocumentId = string & { readonly [brand]: 'DocumentId' }

const SHAPE = /^d[0-9a-f]{16}$/

export function isDocumentId(value: string): value is DocumentId {
  return SHAPE.test(value)
}

/**
 * The id of a file, from its name and the SHA-256 of its bytes, so that the same file has the same id on every machine and after every rebuild.
 *
 * @param digest hexadecimal SHA-256 of the file's name, a NUL character and the hexadecimal SHA-256 of its bytes
 * @throws {RangeError} when `digest` is not a hexadecimal digest
 */
export function documentIdFromDigest(digest: string): DocumentId {
  const id = `d${digest.slice(0, 16)}`
  if (!isDocumentId(id)) throw new RangeError(`Cannot make a document id from "${digest}": not a hexadecimal digest`)
  return id
}
