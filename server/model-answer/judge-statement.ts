import type { IndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { CitedSentence, StatementVerifier, Verification } from '../answer/verify/verify-statement.ts'
import { comparableText, coverage, hanPairs } from '../answer/verify/verify-text.ts'
import type { Problem, Understood, Verdict } from '../contract/chat.ts'
import { checkCutQuote } from './check-cut-quote.ts'
import { checkWording } from './check-wording.ts'
import { hasMarkup, isSuspect } from './distrust.ts'
import { isOnQuestion } from './is-on-question.ts'

/** A model's statement held against the evidence. */
export interface JudgedStatement {
  readonly text: string
  readonly verdict: Verdict
  readonly problems: readonly Problem[]
  /** Supported: the fewest sentences that carry it. Otherwise the sentences that it named or, where it named none, the one most like it. */
  readonly rows: readonly SentenceRow[]
}

export interface JudgeParts {
  readonly verify: StatementVerifier
  readonly group: IndicatorGrouping
  /** A sentence as the verifier reads it, the same object every time: what the verifier finds in it is kept. */
  readonly cite: (row: SentenceRow) => CitedSentence
  readonly understood: Understood
  /** In the order in which they were shown. */
  readonly evidence: readonly SentenceRow[]
  /** Sentences of the extractive answer, in the sets in which its statements cite them: tried before others. */
  readonly trusted: readonly (readonly SentenceRow[])[]
}

const MAX_NAMED = 4
const MAX_TRIED = 6
const MAX_PAIRED = 3

/**
 * Which sentences carry a statement? Those that it names, where they do; else those of the extractive answer, else single ones and then pairs of those most like it.
 *
 * @param named numbers of evidence, from 1; unknown ones are passed over
 */
export function judgeStatement(text: string, named: readonly number[], parts: JudgeParts): JudgedStatement {
  const cited = named.flatMap((number) => parts.evidence[number - 1] ?? []).slice(0, MAX_NAMED)
  if (hasMarkup(text))
    return { text, verdict: 'unsupported', problems: [{ kind: 'indicator', message: '含有网址、标签或代码，没有采用' }], rows: cited }
  const alike = rankByLikeness(text, parts.evidence)
  const sets = [cited, ...parts.trusted, ...alike.slice(0, MAX_TRIED).map((row) => [row]), ...pairsOf(alike.slice(0, MAX_PAIRED))]
  for (const rows of sets) {
    if (rows.length === 0) continue
    if (check(text, rows, parts).verdict !== 'supported') continue
    const kept = fewest(text, rows, parts)
    const doubt = doubtOf(text, kept, parts)
    return { text, verdict: doubt === null ? 'supported' : 'unsupported', problems: doubt === null ? [] : [doubt], rows: kept }
  }
  const fallback = cited.length > 0 ? cited : alike.slice(0, 1)
  const { verdict, problems } = check(text, fallback, parts)
  return { text, verdict, problems, rows: fallback }
}

/** Why words that stand in the sources are not taken from a model: they stand beside orders to it, or answer something else than was asked. */
function doubtOf(text: string, rows: readonly SentenceRow[], { understood, trusted }: JudgeParts): Problem | null {
  if (rows.some(isSuspect)) return { kind: 'indicator', message: '出自夹有指令或网址的段落，只用原文' }
  const isTrusted = rows.every((row) => trusted.some((set) => set.includes(row)))
  return isTrusted || isOnQuestion(text, understood) ? null : { kind: 'indicator', message: '与所问的事无关' }
}

/** The verifier's checks, and those that words which nobody copied need besides. */
function check(text: string, rows: readonly SentenceRow[], { verify, group, cite, understood, trusted }: JudgeParts): Verification {
  const cited = rows.map(cite)
  const isTrusted = rows.every((row) => trusted.some((set) => set.includes(row)))
  const { years, places } = understood
  // A sentence that the extractive answer does not use must be about what is asked where the statement leaves year and place to the question.
  const claim = isTrusted ? {} : { year: years.length === 1 ? (years[0] ?? null) : null, place: places.length === 1 ? (places[0] ?? null) : null }
  const held = verify({ text, ...(namesYear(text) ? {} : claim) }, cited)
  const isFigureFound = held.problems.some(({ kind }) => kind === 'figure' || kind === 'unit')
  const wording = [...checkWording(text, cited, understood.question), ...checkCutQuote(text, cited, group)].filter(
    ({ kind }) => !(isFigureFound && kind === 'figure'),
  )
  if (wording.length === 0) return held
  return { verdict: held.verdict === 'supported' ? 'mismatch' : held.verdict, problems: [...held.problems, ...wording] }
}

function namesYear(text: string): boolean {
  return /(?:19|20)[0-9]{2}\s?年/.test(text.normalize('NFKC'))
}

function fewest(text: string, rows: readonly SentenceRow[], parts: JudgeParts): readonly SentenceRow[] {
  let kept = rows
  for (const row of rows) {
    const without = kept.filter((other) => other !== row)
    if (without.length > 0 && check(text, without, parts).verdict === 'supported') kept = without
  }
  return kept
}

function rankByLikeness(text: string, evidence: readonly SentenceRow[]): SentenceRow[] {
  const pairs = hanPairs(comparableText(text))
  return evidence
    .map((row, order) => ({ row, order, likeness: coverage(pairs, hanPairs(row.sentence.text)) }))
    .sort((a, b) => b.likeness - a.likeness || a.order - b.order)
    .map(({ row }) => row)
}

function pairsOf(rows: readonly SentenceRow[]): SentenceRow[][] {
  return rows.flatMap((first, i) => rows.slice(i + 1).map((second) => [first, second]))
}
