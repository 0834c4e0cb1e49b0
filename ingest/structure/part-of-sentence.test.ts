import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import type { SentenceFacets } from '../corpus/sentence.ts'

const OPENING = '青江市2031年政府工作报告\n\n各位代表：\n\n'

function facetsIn(body: string): (sentence: string) => SentenceFacets {
  const { sentences } = parseText(OPENING + body)
  return (wanted) => {
    const found = sentences.find(({ text }) => text === wanted)
    if (!found) throw new Error(`Not one sentence: ${wanted}`)
    return found.facets
  }
}

describe('what was done and what is to be done', () => {
  it('turns inside a section whose heading announces both', () => {
    const facetsOf = facetsIn(
      [
        '一、“十五五”时期发展成就和“十六五”时期主要目标任务',
        '水渠长度比2025年增长58%。',
        '“十六五”时期经济社会发展的主要目标是水网更密。',
        '水渠长度增长60%。',
      ].join('\n\n'),
    )
    expect(facetsOf('水渠长度比2025年增长58%。').tense).toBe('actual')
    expect(facetsOf('水渠长度增长60%。').tense).toBe('target')
  })

  it('turns within a paragraph of a plan that looks back first', () => {
    const facetsOf = facetsIn(
      [
        '一、2030年工作回顾',
        '水渠长度增长58%。',
        '二、2031年主要任务',
        '加强自身建设。扎实推进各项工作，精简会议一成。',
        '一年来，水利建设取得新进展。水网圆满完成调试任务。今年，要修建水渠五十公里。疏浚河道9条。',
      ].join('\n\n'),
    )
    expect(facetsOf('水网圆满完成调试任务。')).toMatchObject({ tense: 'actual', year: 2030 })
    expect(facetsOf('疏浚河道9条。')).toMatchObject({ tense: 'target', year: 2031 })
  })

  it('is done before the first plan of a work report, though no heading names a review', () => {
    const facetsOf = facetsIn(
      ['一、水网更密', '加快推进水渠建设，修建水渠三十公里。', '二、2031年工作安排', '修建水渠五十公里。', '三、加强自身建设', '精简会议一成。'].join(
        '\n\n',
      ),
    )
    expect(facetsOf('加快推进水渠建设，修建水渠三十公里。')).toMatchObject({ tense: 'actual', year: 2030 })
    expect(facetsOf('修建水渠五十公里。')).toMatchObject({ tense: 'target', year: 2031 })
    expect(facetsOf('精简会议一成。')).toMatchObject({ tense: 'target', year: 2031 })
  })

  it("is to be done under a heading of the report's own year, whatever its verbs", () => {
    const built = Array.from({ length: 6 }, (_, nth) => `建成第${nth + 1}条水渠。`).join('')
    const facetsOf = facetsIn(['一、迎来2031年新的跃进', `${built}水渠长度拟定为九百公里。`].join('\n\n'))
    expect(facetsOf('水渠长度拟定为九百公里。')).toMatchObject({ tense: 'target', year: 2031 })
  })

  it('has no year of its own under the plan of several years', () => {
    const facetsOf = facetsIn(['一、“十六五”时期主要目标任务', '水渠长度达到九百公里。'].join('\n\n'))
    expect(facetsOf('水渠长度达到九百公里。')).toMatchObject({ tense: 'target', year: null })
  })

  it('is no review in a notice, though its table of tasks is full of what is completed', () => {
    const tasks = ['水渠三十公里建成通水。', '学校三所建成招生。', '完成植树五万株。', '完成修路九公里。', '完成改厕三千座。', '桥梁两座建成通车。']
    const { sentences } = parseText(['青江市人民政府关于下达2031年为民办实事项目的通知', '一、责任分工', ...tasks].join('\n\n'))
    expect(sentences.find(({ text }) => text === '完成植树五万株。')?.facets).toMatchObject({ year: 2031, tense: null })
  })

  it('plans under the heading of an annex that names the year of its report', () => {
    const facetsOf = facetsIn(
      ['一、2030年工作回顾', '建成水渠30公里。', '二、2031年工作安排', '新修水渠40公里。', '附件', '2031年全县民生实事', '改造老旧管网9公里。'].join(
        '\n\n',
      ),
    )
    expect(facetsOf('改造老旧管网9公里。')).toMatchObject({ tense: 'target', year: 2031 })
  })

  it('is there already under the headings of a plan that say so, in no year that it does not tell', () => {
    const ahead = '加快推进水网建设。大力推动水渠修建。着力加强水源保护。深入推进改革。全力打造样板。'
    const { sentences } = parseText(
      [
        '白水市智慧水利发展规划（2031—2035年）',
        '一、建设智慧水利',
        '（一）发展基础',
        '建成水库26座。',
        '（二）面临形势',
        '水资源压力加大。',
        '（三）重点任务',
        ahead,
        '修建水渠30公里。',
      ].join('\n\n'),
    )
    const facetsOf = (said: string): unknown => sentences.find(({ text }) => text === said)?.facets
    expect(facetsOf('建成水库26座。')).toMatchObject({ year: null, tense: 'actual' })
    expect(facetsOf('水资源压力加大。')).toMatchObject({ year: null, tense: null })
    expect(facetsOf('修建水渠30公里。')).toMatchObject({ year: null, tense: 'target' })
  })

  it('is no review in a guide that says what is to be completed', () => {
    const asked = Array.from({ length: 7 }, (_, nth) => `完成第${nth + 1}套装置，实现稳定运行。`).join('')
    const { sentences } = parseText(['2031年智能水利项目申报指南', '一、考核指标', asked].join('\n\n'))
    expect(sentences.find(({ text }) => text.includes('第2套'))?.facets).toMatchObject({ year: 2031, tense: null })
  })

  it('tells what was done in the year that the title of a report on one names', () => {
    const ahead = '加快推进数字乡村建设。大力推动宽带入户。着力加强平台保护。深入推进改革。全力打造样板。持续努力。'
    const { sentences } = parseText(['白水市数字乡村发展报告（2031年）', '一、网络设施适度超前', ahead, '宽带用户达到30万户。'].join('\n\n'))
    expect(sentences.find(({ text }) => text.startsWith('宽带用户'))?.facets).toMatchObject({ year: 2031, tense: null })
  })
})

describe('a piece of news', () => {
  it('tells neither what its paper did nor what it plans', () => {
    const body = '现代水利是农业的命脉。下一步，要加快推进水网建设，大力推广节水灌溉，着力打造示范渠道，努力培育灌溉企业，推动渠道互联互通。'
    const tenseOf = (opening: string): unknown =>
      parseText(`水网论坛在青江举行\n\n${opening}\n\n${body}\n`, '论坛.txt').sentences.find(({ text }) => text.startsWith('下一步'))?.facets.tense
    expect(tenseOf('2031年5月8日，水网论坛在青江举行。')).toBe(null)
    expect(tenseOf('水网论坛提出如下倡议。')).toBe('target')
  })
})
