import { CodedError } from '../corpus/coded-error.ts'

const MAX_NAME_CHARS = 200
/** Control characters, and marks that turn the direction of writing and so can hide a name's real ending. */
const HIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * A file's own name, without folders and hidden characters. It is shown and searched, and never becomes a path.
 *
 * @example cleanFileName('../a/报告.txt') // '报告.txt'
 * @throws {CodedError} invalid_file_name when nothing is left of it or it is too long
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(HIDDEN, '').normalize('NFC').trim()
  if (clean === '' || /^\.+$/.test(clean))
    throw new CodedError('invalid_file_name', '文件没有可用的名称。请给文件改一个普通的名字（如“工作报告.txt”）后重试。')
  if (clean.length > MAX_NAME_CHARS) {
    throw new CodedError('invalid_file_name', `文件名超过 ${MAX_NAME_CHARS} 个字符。请把文件名改短后重试。`, { length: clean.length })
  }
  return clean
}
