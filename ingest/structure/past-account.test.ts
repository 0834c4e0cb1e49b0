import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'

describe('the account of years gone by in a part that plans', () => {
  const { sentences } = parseText(
    '青江市2031年政府工作报告\n\n各位代表：\n\n一、过去一年工作回顾\n\n修建水渠三十公里。\n\n二、“十六五”时期主要目标任务\n\n“十五五”时期，我市发展极不平凡。水渠从30公里增加到60公里。\n\n“十六五”时期承前启后。水渠增加到90公里。\n\n三、今年工作安排\n\n过去一年，在各方面的支持下，我们的各项工作取得了很大的成绩，社会保持了稳定，人民安居乐业。修建学校3所，就业100人。这为做好今年工作打下了基础。修建水渠三十公里以上。\n',
  )
  const tenseOf = (part: string): string | null | undefined => sentences.find(({ text }) => text.includes(part))?.facets.tense

  it.each<[string, string]>([
    ['从30公里增加到60公里', 'actual'],
    ['增加到90公里', 'target'],
    ['三十公里以上', 'target'],
    ['修建学校3所', 'actual'],
  ])('%s: %s', (part, tense) => expect(tenseOf(part)).toBe(tense))

  it('is of the year before where it tells one year', () => {
    expect(sentences.find(({ text }) => text.includes('修建学校3所'))?.facets.year).toBe(2030)
    expect(sentences.find(({ text }) => text.includes('三十公里以上'))?.facets.year).toBe(2031)
  })
})

describe('the account of the year before under the year ahead', () => {
  const { sentences } = parseText(
    '青江市2031年政府工作报告\n\n各位代表：\n\n一、“十五五”时期的水利\n\n五年来，修建水渠三百公里。\n\n二、努力做好2031年的工作\n\n过去的一年，水利取得新的成就。粮食增产将近3万吨，实现了年初预定的目标。水库继续得到加固，共9座。新修闸门8座。\n\n2031年是水网成形的一年。今年水渠增长目标定为8%。\n',
  )
  const yearOf = (part: string): number | null | undefined => sentences.find(({ text }) => text.includes(part))?.facets.year

  it.each<[string, number]>([
    ['将近3万吨', 2030],
    ['共9座', 2030],
    ['闸门8座', 2030],
    ['定为8%', 2031],
  ])('%s: %s', (part, year) => expect(yearOf(part)).toBe(year))
})
