import { expect, test } from 'vitest'
import { findGaps, type HeldItem } from './find-gaps.ts'
import type { BriefPlan } from './read-request.ts'

const PLACE = '青禾市'
const plan = (wish: 'actual' | 'target' | 'both'): BriefPlan => ({
  request: '',
  subject: '',
  title: '',
  topics: ['就业'],
  aspects: [],
  years: [2030, 2031],
  places: [{ name: PLACE, standing: 'held', strict: true }],
  withDistricts: false,
  isHeadline: false,
  wantsProblems: false,
  everyPlace: false,
  wishes: new Map([
    [2030, 'both'],
    [2031, wish],
  ]),
  audience: null,
  length: 'normal',
  documentIds: [],
})
const item = (year: number, tense: HeldItem['tense'], place = PLACE): HeldItem => ({ year, place, tense })

test('what the library holds is no gap, told or not', () => {
  expect(findGaps(plan('both'), [item(2030, 'actual'), item(2031, 'target'), item(2031, 'actual')], [])).toEqual([])
})

test('a year, a place, results and targets that are missing are named', () => {
  expect(findGaps(plan('both'), [item(2030, 'actual'), item(2031, 'actual', '东岭区')], [])).toEqual(['库中没有2031年青禾市这方面的内容。'])
  expect(findGaps(plan('both'), [item(2030, 'actual'), item(2031, 'target')], [])).toEqual(['库中没有2031年青禾市这方面的实绩，只有目标。'])
  expect(findGaps(plan('target'), [item(2030, 'actual'), item(2031, 'target')], [])).toEqual([])
  expect(findGaps(plan('target'), [item(2030, 'actual'), item(2031, 'actual')], [])).toEqual(['库中没有2031年青禾市这方面的目标，只有实绩。'])
})

test('a place without documents and a topic that nothing speaks of are named', () => {
  const asked = { ...plan('both'), years: [], places: [{ name: '远岭市', standing: 'unknown' as const, strict: true }] }
  expect(findGaps(asked, [], ['渔业'])).toEqual(['库中没有远岭市的文件。', '库中没有关于“渔业”的内容。'])
})
