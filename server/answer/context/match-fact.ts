import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText, heldPairs } from '../../../ingest/structure/shingles.ts'
import type { AnswerContext } from './answer-context.ts'

/** A figure of a sentence with the sentence that it stands in. */
export interface MatchedFact {
  readonly fact: IndicatorFact
  readonly row: SentenceRow
  /** The figure with its qualifiers, as printed without blanks. */
  readonly figure: string
}

/** The indicator must share this part of its pairs of characters with the question. */
const MIN_SHARED = 0.5
/** Shorter names stand inside others. */
const MIN_NAME = 4

/** The figures of a sentence, read once for all questions: by the row that the snapshot itself holds. */
export function factsOfRow({ snapshot, ledger }: AnswerContext, row: SentenceRow): readonly IndicatorFact[] {
  return ledger.ofRow(snapshot.sentences[row.row] ?? row)
}

/** The figure of a sentence that the question asks for: its indicator is named by the question, and it stands in the quoted clauses. Null where none is. */
export function matchFact(context: AnswerContext, row: SentenceRow, quoted: string): MatchedFact | null {
  return matchFacts(context, row, quoted)[0] ?? null
}

/** All of them, the best match first. */
export function matchFacts(context: AnswerContext, row: SentenceRow, quoted: string): MatchedFact[] {
  const asked = comparableText(
    context.intent.focus.map((part) => [part.text, ...context.synonyms(part.text).flatMap(({ others }) => others)].join('')).join(''),
  )
  const spoken = namesIn(context, row)
  return factsOfRow(context, row)
    .filter((fact) => spoken.length === 0 || isOfName(fact, row, spoken))
    .map((fact) => ({ fact, figure: figureText(row, fact), shared: heldPairs(comparableText(fact.indicator + fact.indicatorText), asked) }))
    .filter(({ fact, figure, shared }) => (shared >= MIN_SHARED || namesWhole(fact, spoken)) && quoted.replace(/\s+/g, '').includes(figure))
    .toSorted((a, b) => b.shared - a.shared || preference(b.fact, context) - preference(a.fact, context))
    .map(({ fact, figure }) => ({ fact, row, figure }))
}

/** Names of the indicators asked for that the sentence itself holds. */
function namesIn({ intent, synonyms }: AnswerContext, { sentence }: SentenceRow): string[] {
  return intent.focus
    .flatMap((part) => [part.text, ...synonyms(part.text).flatMap(({ found, others }) => [found, ...others])])
    .filter((name) => name.length >= MIN_NAME && sentence.text.includes(name))
}

/** 新改建农村公路 is asked for by 农村公路, however much else its name says. */
function namesWhole({ indicatorText }: IndicatorFact, spoken: readonly string[]): boolean {
  return spoken.some((name) => indicatorText.endsWith(name))
}

/** Where a sentence names the indicator, a figure of another name is not its own (带动就地就业…万人，城镇新增就业超额完成). */
function isOfName({ indicator, indicatorText, clause }: IndicatorFact, { sentence }: SentenceRow, spoken: readonly string[]): boolean {
  const told = `${indicator} ${indicatorText} ${sentence.text.slice(clause.start, clause.end)}`
  return spoken.some((name) => told.includes(name))
}

export function figureText(row: SentenceRow, fact: IndicatorFact): string {
  return row.sentence.text.slice(fact.quantity.range.start, fact.quantity.range.end).replace(/\s+/g, '')
}

/** 增长多少 asks for a growth, 是多少亿元 for an amount. */
function preference(fact: IndicatorFact, { intent }: AnswerContext): number {
  const growth = /增长|增速|增幅|涨/.test(intent.asked)
  return (fact.attribute === 'growth') === growth ? 1 : 0
}
