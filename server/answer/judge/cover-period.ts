import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { askedPlans, planFrom, plansIn } from '../../understand/plan-periods.ts'
import type { AnswerContext } from '../context/answer-context.ts'
import { periodOf } from '../sentences/period-of.ts'
import { tenseOf } from '../sentences/tense-of.ts'
import { type Cover, covered } from './objection.ts'

const LENGTH = 5
/** Kinds of questions that figures of the five years answer. */
const KINDS: ReadonlySet<string> = new Set(['value', 'compare'])
/** Told of all five years, whatever year the sentence is dated by. */
const WHOLE = /年均|累计|五年|期末/
/** The outline of a plan, and how many sentences go on telling of it. */
const OUTLINE = /纲要/
const GOES_ON = 8
const GONE_BY = /五年(?:来|累计)|(?:过去|这|近)五年/

/**
 * Says that a candidate tells of other five years than those that were asked for: of the ones before (五年来…), of a year that was over when they began. Null where the question names no
 * five years, or several, and where nothing speaks against the candidate.
 */
export function createPeriodCover({ intent }: AnswerContext): Cover {
  const asked = askedPlans(intent)
  const [first] = asked
  if (first === undefined || asked.length > 1 || !KINDS.has(intent.kind)) return covered
  const missing = `“${planFrom(first) ?? ''}”时期的数`
  return ({ evidence: { row }, text }) => {
    const { sentence, document } = row
    const own = document.document.metadata.year
    const told = plansIn(upToQuote(sentence.text, text))
    if (told.includes(first)) return null
    const period = periodOf(row)
    const ofPeriod = period === null ? [] : plansIn(period)
    if (ofPeriod.length > 0) return ofPeriod.includes(first) ? null : { missing }
    if (period !== null && GONE_BY.test(period)) return own !== null && own <= first ? { missing } : null
    // What a later paper aims at is no more of the years that are over.
    if (own !== null && own >= first + LENGTH && tenseOf(row) === 'target') return { missing }
    const { year } = sentence.facets
    if (year === null) return null
    if (year < first) return tenseOf(row) === 'actual' ? { missing } : null
    // What is aimed at in the first of the years is no aim of all five.
    return year < first + LENGTH - 1 && tenseOf(row) === 'target' && !WHOLE.test(sentence.text) && !followsOutline(row) ? { missing } : null
  }
}

/** What stands behind the quoted words (…，与国家“十五五”目标衔接) dates nothing of them. */
function upToQuote(sentence: string, quote: string): string {
  const at = sentence.indexOf(quote)
  return at < 0 ? sentence : sentence.slice(0, at + quote.length)
}

/** 《纲要（草案）》明确了主要指标：一是…。二是…: what follows in its section is of the plan. */
function followsOutline({ document: { document }, sentence: { index, section } }: SentenceRow): boolean {
  return document.sentences.slice(Math.max(0, index - GOES_ON), index + 1).some((before) => before.section === section && OUTLINE.test(before.text))
}
