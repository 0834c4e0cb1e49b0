import { describe, expect, it } from 'vitest'
import { plansSeveralYears, reportsOnYear } from './paper-year.ts'
import { parseDocument } from './parse-document.ts'

const BODY = '一、总体要求\n坚持统筹推进。\n'

function yearOf(title: string, body = BODY, file = 'a.txt'): number | null {
  return parseDocument({ id: 'a' as never, file, sha256: 'a', text: `${title}\n${body}` }).metadata.year
}

describe('findPaperYear', () => {
  it.each([
    ['青山省低空经济发展行动计划（2031—2033年）', 2031],
    ['青山省低空经济发展行动计划（2031-2033）', 2031],
    ['关于印发《白水市养老服务规划（2031—2035年）》的通知', 2031],
    ['数字经济发展报告（2031）', 2031],
    ['2031年白水市法治建设情况报告', 2031],
    ['青山省“十四五”教育发展规划', 2021],
    ['白水市第十四个五年规划纲要', null],
    ['青山省“十四五”规划实施情况报告', null],
    ['在中国共产党第十一次全国代表大会上的政治报告', 1977],
    ['在中国共产党第十五次全国代表大会上的报告', 1997],
    ['关于促进冰雪经济发展的若干措施', null],
  ])('%s speaks in %s', (title, year) => expect(yearOf(title)).toBe(year))

  it('takes the date where a plan of several years has one', () => {
    expect(yearOf('青山省低空经济发展规划（2031—2035年）', `${BODY}青山省人民政府办公厅\n2032年3月5日\n`)).toBe(2032)
  })

  it('reads a month that stands alone, and a foot in full-width figures', () => {
    expect(yearOf('智能船舶标准体系建设指南', `（征求意见稿）\n2031年10月\n${BODY}`)).toBe(2031)
    expect(yearOf('智能航运发展指导意见', `${BODY}交通运输部办公厅 ２０３１年５月１４日印发\n`)).toBe(2031)
  })

  it('is not led by a heading on how far a plan looks', () => {
    expect(yearOf('关于促进冰雪经济发展的若干措施', `${BODY}二、到2035年的目标\n产业规模明显扩大。\n`)).toBeNull()
  })
})

it('tells plans of several years from reports on them', () => {
  expect(plansSeveralYears('绿色建材行动计划（2031—2033年）')).toBe(true)
  expect(plansSeveralYears('2031—2033年绿色建材行动计划实施情况报告')).toBe(false)
})

it('knows a report on the year of its title', () => {
  expect(reportsOnYear({ kind: '其他', title: '2031年生态环境状况年度报告' })).toBe(true)
  expect(reportsOnYear({ kind: '其他', title: '数字乡村发展报告（2031年）' })).toBe(true)
  expect(reportsOnYear({ kind: '其他', title: '2031年工作总结和2032年工作安排' })).toBe(false)
  expect(reportsOnYear({ kind: '政府工作报告', title: '2031年政府工作情况报告' })).toBe(false)
})
