import { expect, test } from 'vitest'
import { createFactExtractor } from '../../ingest/facts/extract-facts.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { cutUnits } from './cut-units.ts'
import { createToldFacts } from './told-facts.ts'

const extract = createFactExtractor()

function unit(text: string, year = 2030) {
  const facets = { year, place: '青禾市', tense: 'target' as const }
  // Only the sentence of the row is read.
  const row = { row: 0, sentence: { text, facets } } as SentenceRow
  const [first] = cutUnits({ row, topic: 0, relevance: 1, sectionRelevance: 1 }, extract({ text, facets }))
  if (!first) throw new Error(`No unit of "${text}"`)
  return first
}

test('a clause that was told is taken off; another year is another fact', () => {
  const told = createToldFacts(() => false)
  told.add(unit('建成重大项目200个以上，到位资金突破300亿元。'))
  expect(told.trim(unit('建成重大项目200个以上，新增规上企业90家。'))?.text).toBe('新增规上企业90家')
  expect(told.trim(unit('建成重大项目200个以上。'))).toBeNull()
  expect(told.trim(unit('建成重大项目200个以上。', 2031))?.text).toBe('建成重大项目200个以上')
})

test('a unit is left out where the table holds all of its figures, and told whole where it holds some', () => {
  const one = unit('粮食产量24亿斤，建设高标准农田10万亩。')
  expect(createToldFacts((fact) => one.facts.includes(fact)).trim(one)).toBeNull()
  expect(createToldFacts((fact) => fact === one.facts[0]).trim(one)?.text).toBe(one.text)
})
