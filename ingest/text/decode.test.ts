import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodedError } from '../corpus/coded-error.ts'
import { decodeText } from './decode.ts'

/** Text as files hold it: Han, punctuation, figures, line breaks, and a character beyond the basic plane. */
const fileText = fc
  .array(fc.constantFrom('白水县', '青江市', '二〇三一年', '增长5.5%', '，', '。', '\n', '\r\n', '\t', ' ', 'GDP', '（一）', '𠮷', '　'), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => `工作报告${parts.join('')}`)

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const marked = (mark: readonly number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes])

/** GB18030 bytes of a text, by looking the two-byte characters up in the decoder itself. */
function createGb18030Encoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.from([lead, trail])), [lead, trail])
    }
  }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        if (character < '\u0080') return [character.charCodeAt(0)]
        const code = codes.get(character)
        if (code === undefined) throw new Error(`No two bytes for ${character}`)
        return code
      }),
    )
}
const gb18030 = createGb18030Encoder()

const codeOf = (bytes: Uint8Array): string => {
  try {
    return `decoded as ${decodeText(bytes).encoding}`
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    expect(error.message).toMatch(/请/)
    return error.code
  }
}

describe('decodeText', () => {
  it.each([
    ['utf-8', utf8],
    ['utf-8', (text: string) => marked([0xef, 0xbb, 0xbf], utf8(text))],
    ['utf-16le', (text: string) => marked([0xff, 0xfe], utf16le(text))],
    ['utf-16be', (text: string) => marked([0xfe, 0xff], utf16be(text))],
  ] as const)('gives back any text written as %s, its mark dropped', (encoding, encode) => {
    fc.assert(
      fc.property(fileText, (text) => {
        expect(decodeText(encode(text))).toEqual({ text, encoding })
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['utf-16le', utf16le],
    ['utf-16be', utf16be],
  ] as const)('tells %s without a mark by its NUL bytes', (encoding, encode) => {
    const plain = fileText.map((text) => `${text.replaceAll('𠮷', '吉')}\n`)
    fc.assert(
      fc.property(plain, (text) => {
        expect(decodeText(encode(text))).toEqual({ text, encoding })
      }),
      { numRuns: 60 },
    )
  })

  it('reads GB18030, with GBK and GB2312 in it, when the bytes are no UTF-8', () => {
    const plain = fileText.map((text) => text.replaceAll('𠮷', '镕'))
    fc.assert(
      fc.property(plain, (text) => {
        expect(decodeText(gb18030(text))).toEqual({ text, encoding: 'gb18030' })
      }),
      { numRuns: 60 },
    )
  })

  it('changes nothing but the mark: line breaks, blanks and a second mark stay', () => {
    const text = '\r\n一、\t目标\r\u00a0二、\ufeff终'
    expect(decodeText(marked([0xef, 0xbb, 0xbf], utf8(text))).text).toBe(text)
  })

  it('is not misled by a character cut at any byte', () => {
    const bytes = utf8('青江市人民政府')
    for (let length = 1; length < bytes.length; length += 1) {
      if (length % 3 === 0) expect(decodeText(bytes.subarray(0, length)).encoding).toBe('utf-8')
      else expect(codeOf(marked([0xef, 0xbb, 0xbf], bytes.subarray(0, length)))).toBe('undecodable')
    }
  })

  it.each<[string, Uint8Array, string]>([
    ['no bytes', new Uint8Array(), 'empty_file'],
    ['a mark alone', Uint8Array.from([0xef, 0xbb, 0xbf]), 'empty_file'],
    ['blanks alone', utf8(' \r\n\t　\n'), 'empty_file'],
    ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0, ...new Array(200).fill(0)]), 'not_text'],
    ['every byte there is', Uint8Array.from({ length: 1024 }, (_, at) => at % 256), 'not_text'],
    ['control characters in UTF-8', utf8('\u0001\u0002\u0003'.repeat(50)), 'not_text'],
    ['text with replacement characters', utf8('青\ufffd江\ufffd'.repeat(20)), 'not_text'],
    ['broken UTF-8 behind its mark', Uint8Array.from([0xef, 0xbb, 0xbf, 0xe5, 0x28, 0xa1]), 'undecodable'],
    ['half a character of UTF-16 behind its mark', Uint8Array.from([0xff, 0xfe, 0x2d, 0x4e, 0x2d]), 'undecodable'],
    ['a lone surrogate in UTF-16', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x2d, 0x4e]), 'undecodable'],
    ['bytes that no encoding holds', Uint8Array.from([0xff, 0xff, 0x80, 0xff, 0x41]), 'undecodable'],
  ])('refuses %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('throws nothing but its own errors, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(codeOf(bytes)).toMatch(/^(?:decoded as |empty_file|not_text|undecodable)/)
      }),
      { numRuns: 500 },
    )
  })
})
