import { describe, expect, it } from 'vitest'
import { endsSentence, headingMark, isAttribute, isBullet, isStandalone, opensBlock } from './line-kinds.ts'

describe('headingMark', () => {
  it.each([
    ['第一部分过去一年工作回顾', '第一部分', 1],
    ['第3部分保障措施', '第3部分', 1],
    ['第二篇发展目标', '第二篇', 1],
    ['第十二章附则', '第十二章', 2],
    ['第１２章附则', '第12章', 2],
    ['第三节建设水网', '第三节', 3],
    ['壹2031年工作回顾', '壹', 3.5],
    ['贰、目标和思路', '贰、', 3.5],
    ['伍2031年保障措施', '伍', 3.5],
    ['一、总体要求', '一、', 4],
    ['十二．保障措施', '十二．', 4],
    ['二.工作安排', '二.', 4],
    ['（一）主要指标', '（一）', 5],
    ['(十一)主要指标', '(十一)', 5],
    ['（一）、主要指标', '（一）、', 5],
    ['㈠主要指标', '㈠', 5],
    ['㈢、主要指标', '㈢、', 5],
    ['1.修建水库', '1.', 6],
    ['1．修建水库', '1．', 6],
    ['１．修建水库', '1．', 6],
    ['12、修建水库', '12、', 6],
    ['3.2031年任务', '3.', 6],
    ['（1）灌区改造', '（1）', 7],
    ['（１２）灌区改造', '（12）', 7],
    ['①灌区改造', '①', 7],
    ['⑴灌区改造', '⑴', 7],
    ['一是抓好春耕', '一是', 8],
    ['十一是抓好春耕', '十一是', 8],
    ['第二，抓好春耕', '第二，', 8],
    ['##一、总体要求', '一、', 4],
    ['**（二）主要任务**', '（二）', 5],
  ])('%s begins with %s of rank %i', (line, label, rank) => {
    expect(headingMark(line)).toEqual({ label, rank })
  })

  it.each([
    '1.5亿元用于修路',
    '陆续开工建设',
    '伍某某等三人',
    '2.3%的增速',
    '12.5万亩',
    '２．８倍于上年',
    '2031年全市工作',
    '一般公共预算收入增长5%',
    '一是否需要',
    '第一产业增加值',
    '第十六届人民代表大会',
    '第五条本办法所称',
    '三大产业齐头并进',
    '五、'.slice(0, 1),
    '（略）',
    '（2031年1月5日）',
    '白水县一、二级公路',
    '100.青江',
    '',
  ])('%s begins with none', (line) => {
    expect(headingMark(line)).toBeNull()
  })

  it('ranks the outer kinds of numbering before the inner ones', () => {
    const ranks = ['第一部分', '第一章', '第一节', '一、', '（一）', '1.', '（1）', '一是'].map((mark) => headingMark(`${mark}加快发展`)?.rank)
    expect(ranks).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('isAttribute', () => {
  it.each([
    '文号：青政发〔2031〕7号',
    '发文字号:白政办字〔2031〕12号',
    '发布日期：2031-02-03',
    '报告人：王小青',
    '成文日期：2031年2月3日',
    '信息来源：青江市人民政府办公室',
    '关键词：水库、灌区',
  ])('%s is one', (line) => {
    expect(isAttribute(line)).toBe(true)
  })

  it.each([
    '各位代表：现在我报告工作',
    '重点任务：修建水库',
    '文号：',
    '来源：第一句。第二句',
    `内容概述：${'很长'.repeat(80)}`,
    '会议指出：要抓好春耕',
    '文号青政发〔2031〕7号',
  ])('%s is none', (line) => {
    expect(isAttribute(line)).toBe(false)
  })
})

describe('isBullet', () => {
  it.each(['-修路', '•修路', '·修路', '●修路', '◆修路', '■修路', '–修路', '*修路'])('%s is a list line', (line) => {
    expect(isBullet(line)).toBe(true)
  })
  it.each(['——修路', '-12-', '**要点**', '-', '修路', '—'])('%s is none', (line) => {
    expect(isBullet(line)).toBe(false)
  })
})

describe('isStandalone', () => {
  it.each(['2031年2月3日', '某部办公厅２０３１年５月１４日印发', '（草案）', '(2031年2月3日)', '各位代表：', '同志们！', '各位委员'])(
    '%s stands alone',
    (line) => {
      expect(isStandalone(line)).toBe(true)
    },
  )
  it.each(['2031年2月3日上午', '（一）总体（要求）', '各位代表，现在报告', '（草案）说明'])('%s does not', (line) => {
    expect(isStandalone(line)).toBe(false)
  })
})

describe('endsSentence', () => {
  it.each(['完成了。', '为什么？', '好！', '如下：', '一；', '“完成了。”', '（完成。）', '等等…', 'Done!'])('%s is finished', (line) => {
    expect(endsSentence(line)).toBe(true)
  })
  it.each(['完成了', '完成，', '水库、', '增长5%', '（草案）', ''])('%s is not', (line) => {
    expect(endsSentence(line)).toBe(false)
  })
})

describe('opensBlock', () => {
  const line = (bare: string) => ({ range: { start: 0, end: bare.length }, text: bare, bare, gap: 0 })
  it.each(['一、总体要求', '●修路', '文号：青政发〔2031〕7号', '——产业更强', '各乡镇人民政府，县直各部门：', '2031年2月3日'])(
    '%s opens a block',
    (bare) => {
      expect(opensBlock(line(bare))).toBe(true)
    },
  )
  it.each(['并完成投资三亿元。', '各项事业全面进步。', '增长5%'])('%s does not', (bare) => {
    expect(opensBlock(line(bare))).toBe(false)
  })
})
