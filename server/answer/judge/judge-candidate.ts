import { isBareMeasure } from '../../understand/bare-measure.ts'
import { insistsOnActual } from '../../understand/question-kind.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { type ContentWord, holdsWord, missingWords } from '../find/content-words.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { createAbbreviationCover } from './cover-abbreviation.ts'
import { createExpectedCover } from './cover-expected.ts'
import { createFigureCover } from './cover-figure.ts'
import { createFiveYearsCover } from './cover-five-years.ts'
import { createIndicatorCover } from './cover-indicator.ts'
import { createMeasureCover } from './cover-measure.ts'
import { createNameCover } from './cover-name.ts'
import { createNamedThingCover } from './cover-named-thing.ts'
import { createOwnThingCover } from './cover-own-thing.ts'
import { createPartOfYearCover } from './cover-part-of-year.ts'
import { createPeriodCover } from './cover-period.ts'
import { createPlaceCover } from './cover-place.ts'
import { createPresenceCover } from './cover-presence.ts'
import { createQualifierCover } from './cover-qualifier.ts'
import { createReceiverCover } from './cover-receiver.ts'
import { createWordsCover } from './cover-words.ts'
import { type Cover, covered, type Objection } from './objection.ts'

/** An aim without a figure of its own, and what it is an aim of: 居民收入|与经济增长同步 is none of 经济增长. */
const KEEPS_PACE =
  /([^，,。；;]*)(?:(?:与|和|同)[^，,。；;]{2,14}(?:基本)?(?:同步|持平)|保持(?:基本)?(?:同步|持平|稳定)|(?:实现|保持)(?:正|平稳|稳定|较快)?增长(?![^，,。；;]*\d)|增[速幅][高快]于[^，,。；;\d]{2,12}|稳中有[升进增降]|止跌(?:回|企)稳|由负转正)/g

/** Judges candidates of one question: what the first cover says that objects. */
export function createCandidateJudge(context: AnswerContext, words: readonly ContentWord[]): Cover {
  const { intent } = context
  const ofPartOfYear = createPartOfYearCover(intent)
  const ofPart: Cover = ({ evidence: { row }, text }) => ofPartOfYear(row, text)
  const placed = createPlaceCover(context, words)
  const qualified = createQualifierCover(context)
  const received = createReceiverCover(context, words)
  const pace = firstObjection([ofPart, placed, qualified])
  const all = firstObjection([
    ofPart,
    createActualCover(context),
    createExpectedCover(context, words),
    createWordsCover(context, words),
    createOwnThingCover(context),
    createPresenceCover(context),
    createAbbreviationCover(context),
    // Of a sum that is paid, the name is who gets it.
    received === null ? createIndicatorCover(context) : covered,
    createPeriodCover(context),
    placed,
    createFiveYearsCover(context),
    qualified,
    createNameCover(context, words),
    createMeasureCover(context),
    received ?? covered,
    createFigureCover(context, words),
    // Of a sum that is paid, who gets it stands in front of what is paid.
    received === null ? createNamedThingCover(context, words) : covered,
  ])
  // 居民收入与经济增长同步 is all that a paper may tell of a measure.
  const isBareName = !/多少|几/.test(intent.asked) && isBareMeasure(intent.focus)
  const keepsPace = ({ evidence: { row }, text }: Candidate): boolean =>
    isBareName &&
    [...text.matchAll(KEEPS_PACE)].some(([, of = '']) => words.every((word) => holdsWord(context.wordings, context.wordings.ofText(of), word))) &&
    missingWords(context, row, words).length === 0
  return (candidate) => (keepsPace(candidate) ? pace(candidate) : all(candidate))
}

/** The covers asked in turn: the cheap and the plain first, those that read figures last. */
function firstObjection(covers: readonly Cover[]): Cover {
  return (candidate) => {
    for (const cover of covers) {
      const objection: Objection | null = cover(candidate)
      if (objection !== null) return objection
    }
    return null
  }
}

/** An aim is no result, where the question insists on one. */
function createActualCover({ intent }: AnswerContext): Cover {
  if (!insistsOnActual(intent.asked)) return covered
  return ({ evidence: { row } }) => (tenseOf(row) === 'target' ? { missing: '实际完成数（库中查到的是目标）' } : null)
}
