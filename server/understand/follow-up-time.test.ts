import { describe, expect, it } from 'vitest'
import { inheritTense, namesOnlyPlan, ofPlan, withoutReplacedStretch } from './follow-up-time.ts'
import type { Slots } from './slots.ts'

function asked(text: string, years: readonly number[], tense: Slots['tense'] = null): Slots {
  return {
    question: text,
    years,
    places: [],
    focus: [{ text, weight: 1 }],
    kind: 'value',
    expected: { kind: 'figure', unit: '' },
    tense,
    cited: [],
  }
}

describe('a follow-up that only names five years', () => {
  it.each<[readonly string[], boolean]>([
    [['十五五'], true],
    [['“十四五”目标'], true],
    [['十五五水渠'], false],
    [['水渠'], false],
  ])('%j: %s', (stretches, expected) => expect(namesOnlyPlan(stretches)).toBe(expected))

  it('asks of them what was asked of a year', () => {
    const { years, focus } = ofPlan(asked('水渠长度', [2031]), '十五五呢')
    expect(years).toEqual([])
    expect(focus).toEqual([{ text: '十五五水渠长度', weight: 1 }])
  })

  it('is replaced by a year, with what is asked of several years only', () => {
    expect(withoutReplacedStretch(asked('十四五累计新修水渠', []), '那2026年呢', true).focus).toEqual([{ text: '新修水渠', weight: 1 }])
  })
})

describe('the tense of a follow-up that only names another time', () => {
  it.each<[Slots['tense'], number, number, boolean, ReturnType<typeof inheritTense>]>([
    ['target', 2031, 2032, false, { tense: 'target', bothTenses: false }],
    ['target', 2031, 2030, false, { tense: null, bothTenses: true }],
    ['actual', 2031, 2032, false, { tense: null, bothTenses: false }],
    ['actual', 2031, 2030, false, { tense: 'actual', bothTenses: false }],
    ['target', 2031, 2030, true, { tense: null, bothTenses: false }],
  ])('%s of %i, then %i', (tense, before, year, isOfPlan, expected) => {
    expect(inheritTense(asked('水渠长度', [before], tense), [year], isOfPlan)).toEqual(expected)
  })
})
