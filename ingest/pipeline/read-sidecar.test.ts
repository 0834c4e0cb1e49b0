import { expect, it } from 'vitest'
import { readSidecar } from './read-sidecar.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('reads the known fields and leaves the others', () => {
  expect(readSidecar(bytes('{"title": "工作报告", "year": 2031, "place": null, "note": [1]}'))).toEqual({
    title: '工作报告',
    year: 2031,
    place: null,
  })
})

it('names what is wrong', () => {
  const messages: [string, RegExp][] = [
    ['{"year": "2031"}', /year/],
    ['{"year": 31}', /year/],
    ['{"title": 5}', /title/],
    ['[]', /对象/],
    ['{', /JSON/],
  ]
  for (const [text, message] of messages) {
    expect(() => readSidecar(bytes(text))).toThrowError(expect.objectContaining({ code: 'invalid_sidecar', message: expect.stringMatching(message) }))
  }
})
