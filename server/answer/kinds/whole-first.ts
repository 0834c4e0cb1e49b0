import { type AnswerContext, type Candidate, yearOf } from '../context/answer-context.ts'
import { namesPartOfYear, partOfYear } from '../sentences/part-of-year.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { goesFirst } from './goes-first.ts'

/** What a support brought about is no total: 带动进出口4亿元. */
const DRIVEN = /带动|拉动|撬动/
const BEGINS_DRIVEN = /^[^，,；;\d]{0,12}(?:带动|拉动|撬动)/
/** 连续九年稳定在40亿斤以上 says what the figures of the years were above. */
const BOUND = /连续[\d一二三四五六七八九十]+年(?:稳定|保持|超)/
/** A sentence of the whole goes before one of a part from this share of its score on. */
const NEARLY_AS_GOOD = 0.6

/** Where a figure is asked for and the best sentence tells it of a part of the year, of what something brought about or as a bound, the one that tells the whole goes first. */
export function wholeFirst(context: AnswerContext, candidates: readonly Candidate[]): readonly Candidate[] {
  const { asked, expected, kind } = context.intent
  const [first] = candidates
  if (expected.kind !== 'figure' || kind !== 'value' || !first || !isOfPart(first, asked)) return candidates
  return goesFirst(context, candidates, {
    share: NEARLY_AS_GOOD,
    isWanted: (one) =>
      !isOfPart(one, asked) && one.hasFigure && yearOf(one) === yearOf(first) && tenseOf(one.evidence.row) === tenseOf(first.evidence.row),
  })
}

function isOfPart({ evidence: { row }, text }: Candidate, asked: string): boolean {
  if (BEGINS_DRIVEN.test(text)) return !DRIVEN.test(asked)
  if (BOUND.test(text)) return !/连续|稳定|保持/.test(asked)
  return !namesPartOfYear(asked) && (namesPartOfYear(text) || partOfYear(row.sentence.text, text) !== null)
}
