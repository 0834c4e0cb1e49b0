import { expect, test } from 'vitest'
import { locateInOriginal } from './locate-in-original.ts'

test('a figure that a page break split is found whole', () => {
  const original = '新增就业 3.\n\n5 万人以上。'
  const range = locateInOriginal('新增就业3.5万人以上。', original, { start: 4, end: 11 })
  expect(original.slice(range.start, range.end)).toBe('3.\n\n5 万人以上')
})

test('where the texts do not agree, the whole of the original', () => {
  expect(locateInOriginal('甲乙', '丙丁', { start: 0, end: 2 })).toEqual({ start: 0, end: 2 })
})
