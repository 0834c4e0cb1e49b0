import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import { sectionPath } from '../corpus/section-path.ts'

const TITLE = '青江市水利发展规划\n\n青江市人民政府\n\n全市水利工作取得新的进展。\n\n'

/** The outline as lines, indented by level. */
const outline = (body: string): string[] =>
  parseText(TITLE + body)
    .sections.slice(1)
    .map(({ level, label, heading }) => `${'  '.repeat(level - 1)}${label}|${heading}`)

/** The headings above the sentence that holds a text. */
const pathOf = (body: string, text: string): string[] => {
  const { sections, sentences } = parseText(TITLE + body)
  return sectionPath(sections, sentences.find((sentence) => sentence.text.includes(text))?.section ?? -1)
}

const TEXT = '全市修建水渠三十公里，灌溉农田十二万亩。'

describe('the outline of a document', () => {
  it('nests what is counted 壹, 贰, 叁', () => {
    expect(outline(`壹  2031年工作回顾\n（一）水利\n${TEXT}\n贰  2032年目标\n${TEXT}\n叁  重点工作\n（一）林业\n${TEXT}`)).toEqual([
      '壹|2031年工作回顾',
      '  （一）|水利',
      '贰|2032年目标',
      '叁|重点工作',
      '  （一）|林业',
    ])
  })

  it('nests the usual numbering', () => {
    const body = `第一部分 回顾\n一、水利\n（一）水渠\n1.东干渠\n（1）上段\n${TEXT}\n二、林业\n第二部分 安排\n一、水利\n${TEXT}`
    expect(outline(body)).toEqual([
      '第一部分|回顾',
      '  一、|水利',
      '    （一）|水渠',
      '      1.|东干渠',
      '        （1）|上段',
      '  二、|林业',
      '第二部分|安排',
      '  一、|水利',
    ])
  })

  it('reads chapters and sections, full-width digits, blanks and ㈠', () => {
    expect(outline(`第 一 章　总则\n第一节 目标\n${TEXT}\n第二章 任务\n㈠ 修渠\n${TEXT}\n１．东干渠\n${TEXT}`)).toEqual([
      '第一章|总则',
      '  第一节|目标',
      '第二章|任务',
      '  ㈠|修渠',
      '    1.|东干渠',
    ])
  })

  it('does no harm where numbers come twice, are left out or run backwards', () => {
    expect(outline(`一、水利\n${TEXT}\n一、林业\n${TEXT}\n五、道路\n${TEXT}\n三、教育\n${TEXT}`)).toEqual([
      '一、|水利',
      '一、|林业',
      '五、|道路',
      '三、|教育',
    ])
  })

  it('lets a heading run on into its text', () => {
    const body = `一、重点任务\n（一）修建水渠。${TEXT}${TEXT}\n（二）植树造林。${TEXT}`
    expect(outline(body)).toEqual(['一、|重点任务', '  （一）|修建水渠', '  （二）|植树造林'])
    const sentences = parseText(TITLE + body).sentences.filter(({ text }) => text.includes('（一）') || text === TEXT)
    expect(sentences.map(({ role }) => role).slice(0, 3)).toEqual(['heading', 'body', 'body'])
    expect(pathOf(body, '植树造林')).toEqual(['一、重点任务', '（二）植树造林'])
  })

  it('takes a long heading with commas for a heading, and numbered text for text', () => {
    const heading = '一、坚持节水优先，统筹治水兴水，在建设美丽河湖上奋力争先'
    expect(outline(`${heading}\n${TEXT}`)).toEqual([`一、|${heading.slice(2)}`])
    const text = `1.修建东干渠${'，并配套建设泵站、水闸和管理用房，改善沿线群众用水条件'.repeat(2)}。`
    expect(outline(`一、水利\n${text}`)).toEqual(['一、|水利'])
  })

  it('opens an annex and a list of terms whatever stands before', () => {
    const body = `一、水利\n（一）水渠\n${TEXT}\n附件1\n工程清单\n名词解释\n1.东干渠：指从青江引水的渠道。`
    expect(pathOf(body, '从青江引水')[0]).toBe('名词解释')
    expect(parseText(TITLE + body).sections.find(({ heading }) => heading === '名词解释')).toMatchObject({ level: 1, part: 'glossary' })
    expect(outline(body).filter((line) => !line.startsWith(' '))).toContain('|附件1')
  })

  it.each(['附：有关名词解释', '名词解释：', '相关术语说明'])('opens a list of terms by %s', (head) => {
    const body = `一、水利\n（一）水渠\n${TEXT}\n${head}\n东干渠：指从青江引水的渠道。`
    expect(parseText(TITLE + body).sections.at(-1)).toMatchObject({ level: 1, part: 'glossary' })
  })

  it('makes each article a section under its chapter', () => {
    const body = `第一章 总则\n第一条 为了管好水渠，制定本办法。\n第二条 本办法适用于全市。\n第二章 管理\n第三条 水渠由各县管理。`
    expect(outline(body)).toEqual(['第一章|总则', '  第一条|', '  第二条|', '第二章|管理', '  第三条|'])
    expect(pathOf(body, '各县管理')).toEqual(['第二章管理', '第三条'])
  })

  it('hands the part that a heading announces down to the sections below it', () => {
    const { sections } = parseText(`${TITLE}一、2030年工作回顾\n（一）水渠\n${TEXT}\n二、2031年工作安排\n（一）植树\n${TEXT}`)
    expect(sections.map(({ part }) => part)).toEqual([null, 'review', 'review', 'plan', 'plan'])
  })

  it('puts a series that begins anew under the heading of its year', () => {
    const body = `2030年工作回顾\n（一）水渠\n${TEXT}\n2031年工作安排\n一、实施修渠行动\n${TEXT}\n二、实施植树行动\n${TEXT}`
    expect(pathOf(body.replace(`${TEXT}\n二`, '新修水渠九十公里。\n二'), '新修水渠九十公里').slice(-2)).toEqual([
      '2031年工作安排',
      '一、实施修渠行动',
    ])
    const { sections } = parseText(`${TITLE}${body}`)
    expect(sections.map(({ part }) => part)).toEqual([null, 'review', 'review', 'plan', 'plan', 'plan'])
  })

  it('covers with each section all of its text', () => {
    const { text, sections } = parseText(`${TITLE}一、水利\n（一）水渠\n${TEXT}\n二、林业\n植树五万株。`)
    expect(text.slice(sections[1]?.range.start, sections[1]?.range.end)).toBe(`一、水利\n（一）水渠\n${TEXT}`)
    expect(text.slice(sections[3]?.range.start, sections[3]?.range.end)).toBe('二、林业\n植树五万株。')
  })
})
