import { describe, expect, it } from 'vitest'
import { namesPartOfYear, partOfYear } from './part-of-year.ts'

describe('partOfYear', () => {
  it.each<[string, string, string | null]>([
    ['上半年，修渠27公里，灌溉3万亩。', '灌溉3万亩', '上半年'],
    ['上半年，修渠27公里，灌溉3万亩。', '上半年，修渠27公里', null],
    ['今年一季度修渠27公里，灌溉3万亩。', '灌溉3万亩', '今年一季度修渠27公里'],
    ['今年一季度修渠27公里并加固堤防水闸，灌溉3万亩。', '灌溉3万亩', '一季度'],
    ['1—8月修渠27公里，灌溉3万亩。', '灌溉3万亩', '1—8月修渠27公里'],
    ['通渠至“满月”时，灌溉见效明显，受益3万亩。', '受益3万亩', '通渠至“满月”时'],
    ['国庆假期，接待游客27万人次，收入3亿元。', '收入3亿元', '国庆假期'],
    ['上半年修渠7公里，全年修渠27公里，灌溉3万亩。', '灌溉3万亩', null],
    ['去年下半年开始回升，全年灌溉3万亩。', '全年灌溉3万亩', null],
    ['下半年开始回升，灌溉3万亩。', '灌溉3万亩', null],
    ['3月份全部复工，修渠27公里。', '修渠27公里', null],
    ['6月底前通水，修渠27公里。', '修渠27公里', null],
    ['2030年3月1日开工，修渠27公里。', '修渠27公里', null],
    ['修渠27公里，灌溉3万亩。', '灌溉3万亩', null],
  ])('%s: %s: %s', (sentence, quote, part) => expect(partOfYear(sentence, quote)).toBe(part))

  it('knows a part of a year in a text', () => {
    expect(['上半年', '前11个月', '春节期间', '三季度'].every(namesPartOfYear)).toBe(true)
    expect(['五个月大', '蜜月', '岁月', '2030年', '3月1日'].some(namesPartOfYear)).toBe(false)
  })
})
