import { describe, expect, it } from 'vitest'
import { formatOfficialCitation } from './official-citation.ts'

describe('formatOfficialCitation', () => {
  it.each([
    ['某市2025年政府工作报告', ['二、主要目标', '（三）改善民生'], '《某市2025年政府工作报告》二、（三）'],
    ['某省计划', ['第二部分 重点任务', '一、产业', '1.制造业'], '《某省计划》第二部分一、1'],
    ['某区报告', [], '《某区报告》'],
    ['某县报告', ['三、保障措施'], '《某县报告》三'],
    ['某区报告', ['名词解释'], '《某区报告》“名词解释”'],
    ['关于印发《某市计划》的通知', ['（1）安排'], '《关于印发〈某市计划〉的通知》（1）'],
    ['《某市计划》', ['一是抓项目'], '《某市计划》一是'],
  ])('%s %j', (title, sectionPath, expected) => {
    expect(formatOfficialCitation({ title, sectionPath })).toBe(expected)
  })
})
