import { describe, expect, it } from 'vitest'
import type { SectionPart } from '../corpus/section.ts'
import { namesBothParts, sectionPart, tellsStanding } from './section-part.ts'

describe('the part that a heading announces', () => {
  it.each<[string, SectionPart | null]>([
    ['2030年工作回顾', 'review'],
    ['2030年工作总结', 'review'],
    ['认真总结水网建设五年来的经验', null],
    ['2030年计划的执行情况', 'review'],
    ['2030年主要工作回顾', 'review'],
    ['一步一个脚印，水利建设取得新进展', 'review'],
    ['2031年主要工作', 'plan'],
    ['2031年的重点工作', 'plan'],
    ['“十六五”时期的主要目标任务', 'plan'],
    ['“十五五”时期发展成就和“十六五”时期主要目标', null],
    ['当前形势和基本任务', null],
    ['发展现状', 'review'],
    ['现状与形势', 'review'],
    ['工作基础和面临形势', 'review'],
    ['“十五五”时期发展基础', 'review'],
    ['我省产业发展基础与存在问题', 'review'],
    ['基础与优势', 'review'],
    ['夯实发展基础', null],
    ['加强基础研究', null],
    ['发展现状和总体要求', null],
    ['名词解释', 'glossary'],
  ])('of a document: %s is %s', (heading, part) => {
    expect(sectionPart(heading)).toBe(part)
  })

  it.each<[string, SectionPart | null, SectionPart | null]>([
    ['重点领域改革迈出新步伐', 'review', null],
    ['推进改革部署落地', 'review', null],
    ['水渠修建任务全面完成', 'review', null],
    ['2031年工作安排', 'review', 'plan'],
    ['防范化解重点领域风险', null, null],
    ['主要目标', null, 'plan'],
    ['水网建设取得决定性进展', 'plan', null],
    ['过去一年，水网建设取得进展', 'plan', 'review'],
  ])('of a section: %s inside %s is %s', (heading, parent, part) => {
    expect(sectionPart(heading, 2, parent)).toBe(part)
  })

  it.each([
    ['面临形势', true],
    ['发展环境', true],
    ['机遇与挑战', true],
    ['国内外发展形势', true],
    ['优化发展环境', false],
    ['国际形势和外交工作', false],
  ])('how things stand is what %s tells: %s', (heading, stands) => expect(tellsStanding(heading)).toBe(stands))

  it('tells a heading that announces both', () => {
    expect(namesBothParts('“十五五”时期发展成就和“十六五”时期主要目标')).toBe(true)
    expect(namesBothParts('2030年主要工作回顾')).toBe(false)
  })
})
