import { expect, test } from 'vitest'
import { holds } from './holds.ts'

test.each([
  ['增长17%', '7%', false],
  ['增长7%左右', '7%', true],
  ['目标 7% 左右', '7%左右', true],
  ['达到1,200亿元', '1200亿', true],
  ['达到3.14万吨', '3.1', false],
  ['第1，2个', '1,2', true],
  ['共30.5个', '30', false],
  ['共30。5个', '30', true],
  ['２０２５年', '2025年', true],
  ['李　强', '李强', true],
  ['没有', '有没', false],
])('holds("%s", "%s") is %s', (hay, needle, expected) => {
  expect(holds(hay, needle)).toBe(expected)
})
