import { describe, expect, it } from 'vitest'
import { estimateWrapWidth } from './join-lines.ts'
import { splitLines } from './lines.ts'
import { repairText } from './repair.ts'

const paragraphs = (text: string): string[] => {
  const repaired = repairText(text)
  return repaired.paragraphs.map(({ range }) => repaired.text.slice(range.start, range.end))
}

/** Text wrapped at a width, as a PDF gives it. */
const wrap = (text: string, width: number): string => text.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? ''

const LONG = '全县新修高标准农田三万亩，改造中低产田一万二千亩，新建提水泵站十一座，疏浚干支渠道一百二十公里'

describe('lines that are joined', () => {
  it.each<[string, string]>([
    ['a sentence that breaks off at a comma', '全县修建水渠，\n灌溉农田三万亩。'],
    ['a sentence that a page break cuts', `${LONG}\n\n\n并完成投资三亿元，惠及群众五万人。`],
    ['a sentence that a page number stands in', `${LONG}\n\n- 3 -\n\n并完成投资三亿元，惠及群众五万人。`],
    ['an enumeration that goes on', '重点修建东干渠、\n西干渠、南干渠。'],
    ['a line that is not set in below one that is', '　　在修渠和植树\n上迈出新的步子，是今年的任务。'],
    ['an open bracket', '白水县（\n以下称本县）修建水渠。'],
    ['a figure cut from its unit', `${LONG}，完成投资12\n.5亿元。`],
    ['a subscript on a line of its own', `${LONG}，细颗粒物（PM\n2.5\n）年均浓度下降。`],
    ['what closes a bracket', '白水县修建水渠（详见附表\n）。'],
    ['the count of a point and the point', '一是\n修建水渠。'],
    ['a Latin word', 'The county built a long canal,\nand planted many trees.'],
  ])('%s', (_, text) => {
    expect(paragraphs(text)).toHaveLength(1)
  })

  it('a whole hard-wrapped text, whatever the width', () => {
    const body = [`${LONG}，群众用水更加方便。`, `青江市持续推进河湖治理，${LONG}。`, `白水县大力发展特色种植，${LONG}，农民收入稳步提高。`]
    for (const width of [22, 28, 34, 40]) {
      const text = `青江市水利工作报告\n\n${[...body, ...body, ...body].map((paragraph) => wrap(paragraph, width)).join('\n')}\n`
      expect(paragraphs(text), `wrapped at ${width}`).toEqual(['青江市水利工作报告', ...body, ...body, ...body])
    }
  })
})

describe('lines that are not joined', () => {
  it('headings without a full stop, though many are of one length, in a text of one paragraph a line', () => {
    const parts = Array.from(
      { length: 14 },
      (_, nth) => `${'二三四五六七八九'.charAt(nth % 8)}、水网建设的目标和任务${'甲乙'.charAt(nth % 2)}\n${LONG}，${LONG}，群众用水方便。`,
    )
    expect(paragraphs(`青江市水利工作报告\n\n${parts.join('\n')}\n`)).toHaveLength(29)
  })

  it.each<[string, string]>([
    ['a title over three lines', '青江市人民政府\n关于印发水利规划的\n通知\n各县人民政府：'],
    ['a sentence that is finished', '全县修建水渠。\n灌溉农田三万亩。'],
    ['a heading and its text', '一、总体要求\n坚持节水优先，统筹治水兴水。'],
    ['an unfinished line before a heading', '全县修建水渠，灌溉农田三万亩\n（二）植树造林'],
    ['a finished clause before a list', '重点做好以下工作：\n●修渠\n●植树'],
    ['attribute lines', '文号：青政发〔2031〕7号\n发布日期：2031年2月3日\n报告人：王小青'],
    ['a date below a long line', `${LONG}\n2031年2月3日`],
    ['a heading that is set in', '　　一、总体要求\n坚持节水优先，统筹治水兴水。'],
    ['lines that say whom to call', '县水利局联系人：王青，联系电话：0999-1234567\n县林业局联系人：李河，联系电话：0999-7654321'],
    ['an annex above those who sign', '附件：关于修渠的申报表\n青江县水利局'],
    ['a salutation', '各位代表：\n现在，我向大会报告工作。'],
    ['headings that follow one another', '一、总体要求\n（一）指导思想\n1.基本原则'],
  ])('%s', (_, text) => {
    expect(paragraphs(text)).toEqual(text.split('\n').map((line) => line.replace(/^[●\u3000]+/, '')))
  })
})

describe('estimateWrapWidth', () => {
  it('is the usual length of the lines that break off', () => {
    const width = estimateWrapWidth(splitLines(wrap(`${LONG}，${LONG}，`.repeat(8), 26)))
    expect(Math.abs((width ?? 0) - 26)).toBeLessThanOrEqual(4)
  })

  it.each<[string, string]>([
    ['whose lines are paragraphs', `${LONG}。\n`.repeat(30)],
    ['with few lines', wrap(LONG, 12)],
    ['whose lines break off anywhere', Array.from({ length: 30 }, (_, at) => '水'.repeat(5 + ((at * 17) % 50))).join('\n')],
    ['whose lines are longer than a page is wide', `${'水'.repeat(180)}\n`.repeat(30)],
    ['without any', ''],
  ])('is null for a text %s', (_, text) => {
    expect(estimateWrapWidth(splitLines(text))).toBeNull()
  })
})
