import { CodedError } from '../corpus/coded-error.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface DecodedText {
  /** The text without its byte order mark; nothing else is changed. */
  readonly text: string
  readonly encoding: TextEncoding
}

const BYTE_ORDER_MARKS: readonly { readonly encoding: TextEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

/** More control characters than this share of a text mean that it is not one. Tabs and line breaks do not count. */
const MAX_CONTROL_SHARE = 0.002
/** A UTF-16 file without a mark is taken as such when this share of it is Han, kana, ASCII or Chinese punctuation. */
const MIN_PLAUSIBLE_SHARE = 0.9

/**
 * Decodes a file's bytes: by its byte order mark, else as strict UTF-8, else as UTF-16 when it holds NUL bytes, else as strict GB18030 (which holds GBK and GB2312).
 *
 * @throws {CodedError} empty_file, not_text (control characters, a binary format), undecodable (no encoding fits)
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw emptyFile()
  const decoded = decodeBytes(bytes)
  if (decoded.text.trim() === '') throw emptyFile()
  if (controlShare(decoded.text) > MAX_CONTROL_SHARE) throw notText()
  return decoded
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  const marked = BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
  if (marked) {
    const text = tryDecode(bytes.subarray(marked.bytes.length), marked.encoding)
    if (text === null) throw undecodable(marked.encoding)
    return { text, encoding: marked.encoding }
  }
  if (bytes.includes(0)) return decodeUnmarkedUtf16(bytes)
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = tryDecode(bytes, encoding)
    if (text !== null) return { text, encoding }
  }
  throw undecodable('utf-8、gb18030')
}

function decodeUnmarkedUtf16(bytes: Uint8Array): DecodedText {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = bytes.length % 2 === 0 ? tryDecode(bytes, encoding) : null
    if (text !== null && plausibleShare(text) >= MIN_PLAUSIBLE_SHARE) return { text, encoding }
  }
  throw notText()
}

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function controlShare(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g)
  return (controls?.length ?? 0) / text.length
}

function plausibleShare(text: string): number {
  const plausible = text.match(/[\t\n\r\u0020-\u007e\u2000-\u206f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/g)
  return (plausible?.length ?? 0) / text.length
}

function emptyFile(): CodedError {
  return new CodedError('empty_file', '文件是空的，没有可以读取的文字。请检查文件内容后重新上传')
}

function notText(): CodedError {
  return new CodedError('not_text', '文件不是纯文本（像是二进制文件或其他格式）。请另存为 UTF-8 或 GB18030 编码的 .txt 文件后重新上传')
}

function undecodable(encoding: string): CodedError {
  return new CodedError('undecodable', `文件的编码无法识别（按 ${encoding} 解码失败，可能已损坏）。请用记事本等软件另存为 UTF-8 编码后重新上传`)
}
