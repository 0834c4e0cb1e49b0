import type { IndicatorFact } from '../../ingest/facts/indicator-fact.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText, heldPairs } from '../../ingest/structure/shingles.ts'
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
  return factsOfRow(context, row)
    .map((fact) => ({ fact, figure: figureText(row, fact), shared: heldPairs(comparableText(fact.indicator + fact.indicatorText), asked) }))
    .filter(({ figure, shared }) => shared >= MIN_SHARED && quoted.replace(/\s+/g, '').includes(figure))
    .toSorted((a, b) => b.shared - a.shared || preference(b.fact, context) - preference(a.fact, context))
    .map(({ fact, figure }) => ({ fact, row, figure }))
}

export function figureText(row: SentenceRow, fact: IndicatorFact): string {
  return row.sentence.text.slice(fact.quantity.range.start, fact.quantity.range.end).replace(/\s+/g, '')
}

/** 增长多少 asks for a growth, 是多少亿元 for an amount. */
function preference(fact: IndicatorFact, { intent }: AnswerContext): number {
  const growth = /增长|增速|增幅|涨/.test(intent.asked)
  return (fact.attribute === 'growth') === growth ? 1 : 0
}
