import { describe, expect, it } from 'vitest'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import type { ContentWord } from '../find/content-words.ts'
import { createWordings } from '../sentences/wordings.ts'
import { readDatedEvent } from './dated-event.ts'

const contextOf = (asked: string): AnswerContext =>
  ({ intent: { asked, expected: { kind: 'time' } }, wordings: createWordings() }) as unknown as AnswerContext

const wordsOf = (...texts: string[]): ContentWord[] => texts.map((text) => ({ text, forms: [text], share: 0.5, held: true, named: false }))

const candidateOf = (text: string, year: number | null = 2031, kind = '政府工作报告'): Candidate =>
  ({
    evidence: { row: { sentence: { text, facets: { year } }, document: { document: { metadata: { kind } }, plansOnly: false } } },
    text,
  }) as unknown as Candidate

describe('the year of an event', () => {
  it('is that of the account that tells the event of the thing', () => {
    const event = readDatedEvent(contextOf('青柳铁路什么时候通车'), wordsOf('青柳', '铁路', '通车'))
    expect(event?.isToldBy(candidateOf('青柳铁路全线贯通，白沙电站建成发电。'))).toBe(true)
    expect(event?.isToldBy(candidateOf('加快青柳铁路建设，白沙铁路建成通车。'))).toBe(false)
    expect(event?.isToldBy(candidateOf('青柳铁路全线贯通。', null))).toBe(false)
  })

  it('is not that of a rule, nor of what is only being worked at', () => {
    const event = readDatedEvent(contextOf('云溪水库是哪一年建成的'), wordsOf('云溪', '水库'))
    expect(event?.isToldBy(candidateOf('云溪水库建成蓄水。'))).toBe(true)
    expect(event?.isToldBy(candidateOf('云溪水库建成后由乡镇管理。', 2031, '政策文件'))).toBe(false)
    expect(event?.isToldBy(candidateOf('加快云溪水库建成进度。'))).toBe(false)
  })

  it('is not that of another event of the sentence', () => {
    const event = readDatedEvent(contextOf('南浦大桥何时开工'), wordsOf('南浦', '大桥', '开工'))
    expect(event?.isOfAnother(candidateOf('南浦大桥主体完工，北渡大桥完成可研，东风隧道、西岭隧道年内开工。'))).toBe(true)
    expect(event?.isOfAnother(candidateOf('南浦大桥完成可研，年底前开工。'))).toBe(false)
  })

  it('may be one that only the question names', () => {
    const event = readDatedEvent(contextOf('石城什么时候申遗成功'), wordsOf('石城', '申遗', '成功'))
    expect(event?.isToldBy(candidateOf('云溪水库建成，石城申遗成功。'))).toBe(true)
    expect(event?.isToldBy(candidateOf('石城保护有力，海港申遗成功。'))).toBe(false)
    expect(readDatedEvent(contextOf('青柳实验室什么时候建设'), wordsOf('青柳', '实验室'))).toBeNull()
  })

  it('is asked for to the year only', () => {
    expect(readDatedEvent(contextOf('青柳铁路几月通车'), wordsOf('青柳', '铁路'))).toBeNull()
    expect(readDatedEvent(contextOf('青柳铁路最晚什么时候通车'), wordsOf('青柳', '铁路'))).toBeNull()
  })
})
