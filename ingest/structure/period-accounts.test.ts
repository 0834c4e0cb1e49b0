import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import { readPeriods } from './period-accounts.ts'

/** The period of the sentence that holds a part of the text. */
function periodsIn(lines: readonly string[]): (part: string) => string | null | undefined {
  const document = parseText(lines.join('\n\n'), '青江市2031年政府工作报告.txt')
  const periods = readPeriods(document)
  return (part) => periods[document.sentences.findIndex(({ text }) => text.includes(part))]
}

const REPORT = ['青江市2031年政府工作报告', '各位代表：']

describe('a review of five years', () => {
  const work = Array.from({ length: 120 }, (_, nth) => `（${'一二三四五六七八九十'[nth % 10]}）做好第${nth + 1}项工作。完成${nth + 1}件。`)
  const periodOf = periodsIn([
    ...REPORT,
    '一、过去一年和五年工作回顾',
    '2030年是不平凡的一年。修建水渠三十公里。',
    '过去五年极不平凡。水渠从30公里增加到60公里。',
    '五年来，我们主要做了以下工作。',
    ...work,
    '2027年，撤销9个单位。',
    '水库增加到12座。今年还将修渠2公里。',
    '桥梁增加到7座。2030年起免收水费。闸门增加到80座。',
    '我们也清醒认识到，不足依然存在。渗漏率达到8%。',
    '五年来，政府自身建设得到加强。会议减少9%。',
    '二、今年工作安排',
    '今年修建水渠40公里。',
  ])

  it.each<[string, string | null]>([
    ['修建水渠三十公里', null],
    ['从30公里增加到60公里', '过去五年'],
    ['完成120件', '五年来'],
    ['水库增加到12座', '五年来'],
    ['桥梁增加到7座', '五年来'],
    ['闸门增加到80座', '五年来'],
    ['渗漏率达到8%', null],
    ['会议减少9%', '五年来'],
    ['修建水渠40公里', null],
  ])('%s: %s', (part, period) => expect(periodOf(part)).toBe(period))
})

describe('one year in the account of several', () => {
  const periodOf = periodsIn([
    ...REPORT,
    '一、“十五五”时期和2030年工作回顾',
    '“十五五”这五年，我们砥砺前行。水渠增加到60公里。去年，雨量不足。闸门修理9座。',
    '水库增加到12座。',
    '2030年，面对干旱，我们从容应对。机井新打80眼。',
    '泵站新建5座。',
    '过去五年成绩来之不易。造林达到70万亩。',
  ])

  it.each<[string, string | null]>([
    ['水渠增加到60公里', '“十五五”'],
    ['闸门修理9座', null],
    ['水库增加到12座', '“十五五”'],
    ['机井新打80眼', null],
    ['泵站新建5座', null],
    ['造林达到70万亩', '过去五年'],
  ])('%s: %s', (part, period) => expect(periodOf(part)).toBe(period))
})

describe('what is to be done', () => {
  const periodOf = periodsIn([
    ...REPORT,
    '一、2030年工作回顾',
    '修建水渠三十公里。',
    '二、今后工作的目标任务',
    '过去五年，成绩来之不易。',
    '市政府编制了《青江市国民经济和社会发展第十六个五年规划纲要（草案）》，提请审议。',
    '《纲要（草案）》明确了主要指标：水渠年均增加5%。二是围绕灌溉，水库要达到12座。',
    '今年是开局之年。今年要修渠40公里，机井要达到80眼。',
    '三、“十六五”时期主要任务',
    '闸门要达到90座。',
    '四、2031年重点工作',
    '泵站要达到6座。',
  ])

  it.each<[string, string | null]>([
    ['水渠年均增加5%', '“十六五”时期'],
    ['水库要达到12座', '“十六五”时期'],
    ['机井要达到80眼', null],
    ['闸门要达到90座', '“十六五”时期'],
    ['泵站要达到6座', null],
  ])('%s: %s', (part, period) => expect(periodOf(part)).toBe(period))
})

describe('what was done in ten years, and before them', () => {
  const periodOf = periodsIn([
    ...REPORT,
    '一、过去五年的工作和十年的变化',
    '五年来，我们办成了许多大事。水渠增加到60公里。十年来水价保持平稳。闸门增加到80座。',
    '十年前，我们面对的形势十分严峻。存在不少年久失修的问题。渗漏率达到30%。',
    '十年来，我们持续治水。',
    '水库从3座增加到12座。',
    '同时，我市还面临一些困难和挑战，主要是用水紧张。缺水村有9个。',
  ])

  it.each<[string, string | null]>([
    ['水渠增加到60公里', '五年来'],
    ['闸门增加到80座', '五年来'],
    ['渗漏率达到30%', '十年前'],
    ['水库从3座增加到12座', '十年来'],
    ['缺水村有9个', null],
  ])('%s: %s', (part, period) => expect(periodOf(part)).toBe(period))
})

describe('an account that opens with a look back', () => {
  it.each<[string, string]>([
    ['回望过去五年，我们迎难而上。', '过去五年'],
    ['回首“十五五”，成绩来之不易。', '“十五五”'],
    ['近十年来，我们坚持治水兴水。', '近十年'],
  ])('%s', (opening, period) => {
    expect(periodsIn([...REPORT, '一、工作回顾', `${opening}水渠增加到60公里。`])('水渠增加到60公里')).toBe(period)
  })
})

describe('an account that the present ends', () => {
  const periodOf = periodsIn([
    ...REPORT,
    '一、工作回顾与形势',
    '（一）主要工作',
    '五年来，我们坚持治水兴水。水渠增加到60公里。',
    '随着全球新一轮变革加快，水务数字化迎来机遇。智能水表占90%。',
    '二、过去五年的变化',
    '五年来，水库从3座增加到12座。',
    '（二）面临的形势',
    '用水需求达到9亿立方米。',
  ])

  it.each<[string, string | null]>([
    ['水渠增加到60公里', '五年来'],
    ['智能水表占90%', null],
    ['水库从3座增加到12座', '五年来'],
    ['用水需求达到9亿立方米', null],
  ])('%s: %s', (part, period) => expect(periodOf(part)).toBe(period))
})
