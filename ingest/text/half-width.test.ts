import { expect, it } from 'vitest'
import { inHalfWidth } from './half-width.ts'

it.each([
  ['２０３１年增长１４．２％，其中：甲县３４，２５０吨。', '2031年增长14.2%，其中：甲县34,250吨。'],
  ['ＧＤＰ（初步核算）', 'GDP（初步核算）'],
  ['第3，12000人参加。', '第3，12000人参加。'],
])('reads %s in half width', (printed, read) => {
  expect(inHalfWidth(printed)).toBe(read)
  expect(read).toHaveLength(printed.length)
})
