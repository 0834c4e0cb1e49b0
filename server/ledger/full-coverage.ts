import { readClauseTense } from '../../ingest/facts/read-clause-facets.ts'
import { stripLeading } from '../../ingest/facts/read-head.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { LedgerFact } from '../answer/facts/fact-reader.ts'

const RATE_NAME = /覆盖(?:率|面)$/
const FULL_COVERAGE = /([^,，、;；。:：\s]{4,24}?)全覆盖/g
/** What a coverage is said of, in other words than the rate's name: 收运处置体系全覆盖. */
const SYSTEM = /(?:体系|系统|网络|设施|服务|工作)$/
const MIN_SUBJECT_CHARS = 4
/** Words before the subject that both statements may or may not have: 实现生活…. More would be another subject. */
const MAX_WORDS_BEFORE = 4

/** The rates of coverage among some facts. */
export function coverageRates(facts: readonly LedgerFact[]): LedgerFact[] {
  return facts.filter(({ fact }) => fact.attribute === 'rate' && RATE_NAME.test(fact.indicator) && fact.quantity.baseUnit === '%')
}

/**
 * A sentence's statements of full coverage (实现…全覆盖), each as the figure 100 % of the rate of coverage that the ledger has for the same subject, year, place and kind.
 * Where the ledger gives no such rate, full coverage contradicts nothing and is left out.
 */
export function readFullCoverage(row: SentenceRow, rates: readonly LedgerFact[]): LedgerFact[] {
  if (rates.length === 0 || !row.sentence.text.includes('全覆盖')) return []
  return [...row.sentence.text.matchAll(FULL_COVERAGE)].flatMap((match) => {
    return stateCoverage(row, match[1] ?? '', match.index, match.index + match[0].length, rates) ?? []
  })
}

function stateCoverage(row: SentenceRow, words: string, start: number, end: number, rates: readonly LedgerFact[]): LedgerFact | null {
  const { text, facets } = row.sentence
  const said = stripLeading(comparableText(words)).replace(/^基本/, '')
  const clause = text.slice(start, end)
  const tense = readClauseTense(clause, facets.tense, null)
  const rate = rates.find(({ fact }) => {
    if (fact.year !== facets.year || fact.place !== facets.place || fact.tense !== tense) return false
    const subject = comparableText(fact.indicator).replace(RATE_NAME, '')
    const core = said.replace(SYSTEM, '')
    return subject.length >= MIN_SUBJECT_CHARS && core.endsWith(subject) && core.length - subject.length <= MAX_WORDS_BEFORE
  })
  if (!rate) return null
  const range = { start: end - '全覆盖'.length, end }
  const quantity = {
    ...rate.fact.quantity,
    range,
    figureRange: range,
    figureText: '全覆盖',
    printedValue: 100,
    value: 100,
    upper: null,
    unit: '%',
    unitRange: { start: end, end },
    qualifier: null,
    bound: 'exact' as const,
  }
  return { row, fact: { ...rate.fact, indicatorText: said, quantity, clause: { start, end }, range } }
}
