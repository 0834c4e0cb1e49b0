import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { IndicatorFact } from '../../ingest/facts/indicator-fact.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import { splitClauseTexts } from '../answer/sentences/clause-window.ts'
import { type BriefClause, type BriefUnit, createUnit, plainText } from './brief-unit.ts'
import type { RankedSentence } from './rank-sentences.ts'

/** A sentence up to this length is told whole. */
const WHOLE_CHARS = 50
/** Clauses with figures are joined up to this length. */
const MAX_UNIT_CHARS = 90
/** A clause that cannot do without the one before is joined to it up to this length. */
const MAX_BOUND_CHARS = 140
/** A clause without a figure that stands between two joined ones is taken along up to this length. */
const MAX_BRIDGE_CHARS = 8
/** A sentence without figures is cut at its semicolons from this length on. */
const LONG_CHARS = 110
/** So many clauses back the subject of a figure is looked for. */
const MAX_BACK = 3
/** What is left of a sentence behind its last figure is told too up to this length. */
const MAX_TAIL_CHARS = 32
/** What begins without its subject: 力争产值达到…, 同比增长…, 其中…. */
const NEEDS_SUBJECT =
  /^[“"]?(?:年内|全年|力争|争取|确保|预计|实现|达到|突破|同比|增长|增速|其中|占|较|比|惠及|覆盖|总投资|产值|产能|规模|面积|总面积|完成投资|投资额?|涉及|累计|提高|下降|降低|可|将|带动|拉动|并|同时|协议|到位|分别|居|位居|位列|排名|减少|增加到?|超过|不低于|控制在)/
/** The same where a whole sentence begins so: its subject is in the sentence before. */
const SUBJECT_BEFORE =
  /^[“"]?(?:增速|增幅|降幅|涨幅|其中|同比|较上年|比上年|占比?(?!用)|位居|位列|居全|排名|分别|该|其(?!中)|这|此|总数|达到?\d|超过\d|同时|并且?|以及)/
const FIGURE = /\d/
const DATE = /(?:19|20)\d{2}年(?:底|末|初)?(?:以?来|前|起)?|\d{1,2}月(?:份|底|末|初)?(?:\d{1,2}日)?/g
/** A clause that only leads on to the next one. */
const LEADS_ON = /^(?:(?:19|20)\d{2}年(?:底|末|初)?|全年|年内|同时|其中|此外|另外|今年|去年|截至.{0,12}|.{0,6}(?:以来|期间))[，,：:]?$/

/** Cuts a sentence into the units that a brief may quote: runs of clauses with figures, each with the clause that names its subject; the whole sentence where it is short. */
export function cutUnits(ranked: RankedSentence, facts: readonly IndicatorFact[]): BriefUnit[] {
  const { document, sentence } = ranked.row
  const clauses = withoutHeading(splitClauses(sentence.text, facts), sectionPath(document?.document.sections ?? [], sentence.section))
  const [first] = clauses
  if (!first || SUBJECT_BEFORE.test(plainText(first.text))) return []
  const plain = plainText(sentence.text)
  if (plain.length <= WHOLE_CHARS || clauses.length === 1) return [createUnit(ranked, clauses)]
  const runs = figureRuns(clauses)
  if (runs.length > 0) return runs.map(([from, to]) => createUnit(ranked, clauses.slice(from, to + 1)))
  return (plain.length > LONG_CHARS ? splitAtSemicolons(clauses) : [clauses]).map((part) => createUnit(ranked, part))
}

function splitClauses(text: string, facts: readonly IndicatorFact[]): BriefClause[] {
  let start = 0
  return splitClauseTexts(text).map((clause) => {
    const from = start
    start += clause.length
    return { text: clause, facts: facts.filter(({ range }) => range.start >= from && range.start < start) }
  })
}

/** A heading that runs into its sentence (一是稳就业：…) is not told again. */
function withoutHeading(clauses: BriefClause[], path: readonly string[]): BriefClause[] {
  const [first] = clauses
  const heading = comparableText(path.at(-1) ?? '')
  if (!first || clauses.length === 1 || first.facts.length > 0 || !/[：:]$/.test(first.text)) return clauses
  return heading !== '' && comparableText(first.text) === heading ? clauses.slice(1) : clauses
}

/** Indexes of the first and last clause of each run. */
function figureRuns(clauses: readonly BriefClause[]): [number, number][] {
  const runs: [number, number][] = []
  clauses.forEach((clause, i) => {
    if (!tells(clause)) return
    const last = runs.at(-1)
    const from = subjectOf(clauses, i)
    const bound = last !== undefined && from <= last[1]
    if (last && (bound || from - last[1] <= 2) && bridges(clauses, last[1] + 1, from)) {
      if (lengthOf(clauses, last[0], i) <= (bound && needsBefore(clauses, i) ? MAX_BOUND_CHARS : MAX_UNIT_CHARS)) {
        last[1] = i
        return
      }
    }
    // A run that would begin in the middle of what was told already, without its subject, says nothing.
    if (bound && needsBefore(clauses, i)) return
    runs.push([bound ? i : from, i])
  })
  return withTail(runs, clauses)
}

/** A sentence is not broken off for a few words at its end. */
function withTail(runs: [number, number][], clauses: readonly BriefClause[]): [number, number][] {
  const last = runs.at(-1)
  const end = clauses.length - 1
  if (last && last[1] < end && lengthOf(clauses, last[1] + 1, end) <= MAX_TAIL_CHARS && lengthOf(clauses, last[0], end) <= MAX_UNIT_CHARS)
    last[1] = end
  return runs
}

function tells({ text, facts }: BriefClause): boolean {
  if (facts.length > 0) return true
  const plain = plainText(text)
  return FIGURE.test(plain) && (FIGURE.test(plain.replace(DATE, '')) || plain.replace(DATE, '').length >= 8)
}

/** The clause that names what the figure is of: the clause itself, or one before it. */
function subjectOf(clauses: readonly BriefClause[], at: number): number {
  let from = at
  while (from > 0 && at - from < MAX_BACK && needsBefore(clauses, from)) from -= 1
  return from
}

function needsBefore(clauses: readonly BriefClause[], at: number): boolean {
  const clause = clauses[at]
  if (!clause) return false
  const plain = plainText(clause.text)
  if (NEEDS_SUBJECT.test(plain)) return true
  // The indicator's name stands in an earlier clause.
  const [fact] = clause.facts
  if (!fact || fact.indicatorText === '') return false
  const name = comparableText(fact.indicatorText)
  if (comparableText(plain).includes(name)) return false
  return clauses.slice(Math.max(0, at - MAX_BACK), at).some(({ text }) => comparableText(text).includes(name.slice(0, Math.min(4, name.length))))
}

function bridges(clauses: readonly BriefClause[], from: number, to: number): boolean {
  return clauses.slice(from, to).every(({ text }) => plainText(text).length <= MAX_BRIDGE_CHARS || LEADS_ON.test(plainText(text)))
}

function lengthOf(clauses: readonly BriefClause[], from: number, to: number): number {
  return clauses.slice(from, to + 1).reduce((sum, { text }) => sum + plainText(text).length, 0)
}

function splitAtSemicolons(clauses: readonly BriefClause[]): BriefClause[][] {
  const parts: BriefClause[][] = [[]]
  for (const clause of clauses) {
    parts.at(-1)?.push(clause)
    if (/[；;]\s*$/.test(clause.text)) parts.push([])
  }
  return parts.filter((part) => part.length > 0)
}
