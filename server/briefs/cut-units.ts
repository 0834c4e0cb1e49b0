import type { IndicatorFact } from '../../ingest/facts/indicator-fact.ts'
import { splitClauseTexts } from '../answer/clause-window.ts'
import { type BriefUnit, plainText } from './brief-unit.ts'
import type { RankedSentence } from './rank-sentences.ts'

/** A sentence up to this length is told whole. */
const WHOLE_CHARS = 40
/** Clauses with figures are joined up to this length. */
const MAX_UNIT_CHARS = 90
/** A clause without a figure that stands between two joined ones is taken along up to this length. */
const MAX_BRIDGE_CHARS = 8
/** What begins without its subject: 力争产值达到…, 同比增长…, 其中…. */
const NEEDS_SUBJECT =
  /^[“"]?(?:年内|全年|力争|争取|确保|预计|实现|达到|突破|同比|增长|增速|其中|占|较|比|惠及|覆盖|总投资|产值|产能|规模|面积|总面积|完成投资|投资额?|涉及|累计|提高|下降|降低|可|将|带动|拉动|并|同时|协议|到位)/
const DATED = /\d/

interface Clause {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly facts: readonly IndicatorFact[]
}

/** Cuts a sentence into the units that a brief may quote: runs of clauses with figures, each with the clause that names its subject; the whole sentence where it is short. */
export function cutUnits(ranked: RankedSentence, facts: readonly IndicatorFact[]): BriefUnit[] {
  const { sentence } = ranked.row
  const clauses = splitClauses(sentence.text, facts)
  const plain = plainText(sentence.text)
  if (plain.length <= WHOLE_CHARS || clauses.length === 1) return [createUnit(ranked, clauses)]
  const runs = figureRuns(clauses)
  if (runs.length === 0) return [createUnit(ranked, clauses)]
  return runs.map(([from, to]) => createUnit(ranked, clauses.slice(from, to + 1)))
}

function splitClauses(text: string, facts: readonly IndicatorFact[]): Clause[] {
  let start = 0
  return splitClauseTexts(text).map((clause) => {
    const from = start
    start += clause.length
    return { text: clause, start: from, end: start, facts: facts.filter(({ range }) => range.start >= from && range.start < start) }
  })
}

/** Indexes of the first and last clause of each run. */
function figureRuns(clauses: readonly Clause[]): [number, number][] {
  const runs: [number, number][] = []
  clauses.forEach((clause, i) => {
    if (clause.facts.length === 0 && !DATED.test(clause.text)) return
    const last = runs.at(-1)
    const from = needsBefore(clause) && i > 0 && (last === undefined || last[1] < i - 1) ? i - 1 : i
    if (last && from - last[1] <= 2 && bridges(clauses, last[1] + 1, from) && lengthOf(clauses, last[0], i) <= MAX_UNIT_CHARS) last[1] = i
    else runs.push([last && from <= last[1] ? i : from, i])
  })
  return runs
}

function needsBefore(clause: Clause): boolean {
  return NEEDS_SUBJECT.test(plainText(clause.text))
}

function bridges(clauses: readonly Clause[], from: number, to: number): boolean {
  return clauses.slice(from, to).every(({ text }) => plainText(text).length <= MAX_BRIDGE_CHARS)
}

function lengthOf(clauses: readonly Clause[], from: number, to: number): number {
  return clauses.slice(from, to + 1).reduce((sum, { text }) => sum + plainText(text).length, 0)
}

function createUnit(ranked: RankedSentence, clauses: readonly Clause[]): BriefUnit {
  const { row, topic, relevance } = ranked
  const facts = clauses.flatMap((clause) => clause.facts)
  const { facets } = row.sentence
  const text = plainText(clauses.map((clause) => clause.text).join(''))
    .replace(/^[-—·•●\s]+/, '')
    .replace(/[，,；;：:、。]+$/, '')
  return {
    row,
    text,
    facts,
    topic,
    relevance,
    year: facts.find((fact) => fact.year !== null)?.year ?? facets.year,
    place: facets.place,
    tense: facts.find((fact) => fact.tense !== null)?.tense ?? facets.tense,
  }
}
