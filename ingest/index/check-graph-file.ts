import { damagedIndex } from './manifest.ts'

/** Bytes of hnswlib's header: six 64-bit sizes, two 32-bit numbers, four 64-bit numbers and one more. */
const HEADER_BYTES = 96

/**
 * Walks a graph file as hnswlib's reader will, so that a file cut short by a full disk is found before the native code reads past its end.
 *
 * @throws {CodedError} index_damaged when the file does not end exactly where its last row's links end
 */
export function checkGraphFile(bytes: Uint8Array, count: number): void {
  if (bytes.byteLength < HEADER_BYTES) throw damagedIndex('graph header')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows = Number(view.getBigUint64(16, true))
  const rowBytes = Number(view.getBigUint64(24, true))
  if (rows !== count) throw damagedIndex(`graph of ${rows} rows`)
  let at = HEADER_BYTES + rows * rowBytes
  for (let row = 0; row < rows; row += 1) {
    if (at + 4 > bytes.byteLength) throw damagedIndex('graph cut short')
    at += 4 + view.getUint32(at, true)
  }
  if (at !== bytes.byteLength) throw damagedIndex('graph of another size')
}
