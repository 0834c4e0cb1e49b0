import { type AnswerContext, type Candidate, yearOf } from '../context/answer-context.ts'
import { type ContentWord, contentWords, holdsWord, lackIn } from '../find/content-words.ts'
import { isGeneric } from '../find/generic-words.ts'
import { splitClauseTexts } from '../sentences/clause-window.ts'
import { OPENS } from '../sentences/clauses-of-place.ts'
import { tenseOf } from '../sentences/tense-of.ts'

/** How a thing stands is asked for, not what is to be done. */
const ASKS = /怎么样|怎样了?(?=[？?]|$)|咋样|如何(?=[？?]|$)|情况(?=[？?]|$)|进展|成效|成绩|成果|近况/
/** A figure with its unit: neither 21世纪 nor the number in a name. */
const FIGURE =
  /[\d０-９]\s*(?:[%％‰]|[万亿]|[多余]|元|亩|吨|个|家|户|人|名|项|套|条|处|座|台|辆|只|所|次|倍|公里|平方|立方|千瓦|兆瓦|斤|米|天|种|所|册|场|公顷)|百分之/
/** Clauses of one sentence that tell of the thing together are no longer, in characters. */
const MAX_TOLD = 130
/** What is told beside the first lacks little more of the question, and has this share of its score. */
const MAX_MORE_LACKING = 0.1
const NEAR = 0.6
/** A plan with a figure is told in the stead of one without from this share of its score on. */
const AS_GOOD = 0.8
/** A sentence of no more characters is told whole. */
const SHORT = 60

/** Whether a question leaves open what it wants to know of a thing: how it stands. */
export function asksHowItStands({ intent }: Pick<AnswerContext, 'intent'>): boolean {
  const { kind, expected, tense, asked } = intent
  return (kind === 'value' || kind === 'summary') && expected.kind === 'statement' && tense !== 'target' && ASKS.test(asked)
}

/**
 * How a thing stands: each sentence by all its clauses that name the thing, on to the figure that they lead up to; results before plans, the newest first. Plans without a figure are
 * left out where a plan of the same year gives one.
 */
export function tellHowItStands(context: AnswerContext, accepted: readonly Candidate[]): Candidate[] {
  const all = contentWords(context)
  // 旅居发展得怎么样 is asked of 旅居.
  const specific = all.filter(({ text }) => !isGeneric(text))
  const words = specific.length > 0 ? specific : all
  const lackOf = ({ evidence }: Candidate): number => lackIn(context, evidence.row, words)
  const [first] = accepted
  if (first === undefined) return []
  const main = mainWord(words)
  const wholes = accepted
    .filter((one) => one.score >= NEAR * first.score && lackOf(one) <= lackOf(first) + MAX_MORE_LACKING)
    .map((one) => ({ ...one, text: toldWhole(context, one, main) }))
  const naming = wholes.filter(({ text }) => main !== null && holdsWord(context.wordings, context.wordings.ofText(text), main))
  const near = naming.length > 0 ? naming : wholes.slice(0, 1)
  const says = (other: Candidate, one: Candidate): boolean =>
    tellsFigure(other) && isPlan(other) && yearOf(other) === yearOf(one) && other.score >= AS_GOOD * one.score
  const told = near.filter((one) => !isBarePlan(one) || !near.some((other) => says(other, one)))
  return told.toSorted(byWorth).map((one) => ({ ...one, score: first.score }))
}

function mainWord(words: readonly ContentWord[]): ContentWord | null {
  return words.filter(({ held }) => held).toSorted((a, b) => b.share - a.share)[0] ?? null
}

/** The clauses that name the thing with those between, and what follows up to a figure; no semicolon is crossed. */
function toldWhole({ wordings }: AnswerContext, { evidence, text }: Candidate, main: ContentWord | null): string {
  const sentence = evidence.row.sentence.text
  const at = sentence.indexOf(text)
  if (at < 0) return text
  if (sentence.length <= SHORT && !/[；;]./.test(sentence)) return trimmed(sentence)
  let from = 0
  const clauses = splitClauseTexts(sentence).map((clause) => {
    from += clause.length
    return { clause, from: from - clause.length, to: from }
  })
  let first = clauses.findIndex(({ to }) => to > at)
  let last = clauses.findIndex(({ to }) => to >= at + text.length)
  if (first < 0 || last < 0) return text
  const told = (): string => sentence.slice(clauses[first]?.from ?? 0, clauses[last]?.to ?? sentence.length)
  const grow = (to: { readonly first: number; readonly last: number }): void => {
    const stretch = clauses.slice(to.first, to.last + 1).map(({ clause }) => clause)
    const crosses = stretch.slice(0, -1).some((clause) => /[；;]\s*$/.test(clause))
    if (crosses || stretch.join('').length > MAX_TOLD) return
    first = to.first
    last = to.last
  }
  const names = ({ clause }: { readonly clause: string }): boolean => main !== null && holdsWord(wordings, wordings.ofText(clause), main)
  for (let i = last + 1; i < clauses.length; i += 1) if (clauses[i] && names(clauses[i] ?? { clause: '' })) grow({ first, last: i })
  for (let i = first - 1; i >= 0; i -= 1) if (clauses[i] && names(clauses[i] ?? { clause: '' })) grow({ first: i, last })
  // What a review tells next is of something else sooner than what a plan goes on to.
  const reach = tenseOf(evidence.row) === 'target' ? clauses.length : last + 1
  const figure = FIGURE.test(told()) ? -1 : clauses.findIndex(({ clause }, i) => i > last && i <= reach && FIGURE.test(clause))
  if (figure >= 0) grow({ first, last: figure })
  while (last + 1 < clauses.length && OPENS.test(clauses[last]?.clause ?? '')) {
    const before = last
    grow({ first, last: last + 1 })
    if (last === before) break
  }
  const whole = trimmed(told())
  return whole.length > text.length ? whole : text
}

function trimmed(text: string): string {
  return text
    .trim()
    .replace(/^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是)\s*/, '')
    .replace(/[，,；;：:、。]$/, '')
}

function tellsFigure({ text }: Candidate): boolean {
  return FIGURE.test(text)
}

function isPlan({ evidence }: Candidate): boolean {
  return tenseOf(evidence.row) === 'target'
}

function isBarePlan(candidate: Candidate): boolean {
  return isPlan(candidate) && !tellsFigure(candidate)
}

/** Results before plans, the newest first; what scored better before what scored less. */
function byWorth(a: Candidate, b: Candidate): number {
  const order = [Number(isPlan(a)) - Number(isPlan(b)), (yearOf(b) ?? 0) - (yearOf(a) ?? 0), b.score - a.score]
  return order.find((difference) => difference !== 0) ?? 0
}
