import { describe, expect, it } from 'vitest'
import { sideTense } from './side-tense.ts'

const tenses = (asked: string, years: readonly number[]): (string | null)[] =>
  years.map((year) => sideTense(asked, { years: [year], places: [] }, 2031))

describe('sideTense', () => {
  it.each([
    ['2030年建成多少套，2031年目标多少', [2030, 2031], ['actual', 'target']],
    ['2030年和2031年的GDP目标各是多少', [2030, 2031], ['target', 'target']],
    ['2030年城镇新增就业与2031年目标比较', [2030, 2031], ['actual', 'target']],
    ['2031年投资目标和2030年完成对比', [2030, 2031], ['actual', 'target']],
    ['今年目标多少，去年完成多少', [2030, 2031], ['actual', 'target']],
    ['目标从2030年到2031年怎么变', [2030, 2031], ['target', 'target']],
    ['2029年、2030年城镇新增就业各多少人', [2029, 2030], ['actual', 'actual']],
    ['2031年GDP增长多少', [2031], [null]],
  ] as const)('reads “%s” of %j as %j', (asked, years, expected) => {
    expect(tenses(asked, years)).toEqual(expected)
  })
})
