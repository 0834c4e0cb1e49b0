import { foldYears } from '../../../ingest/structure/fold-years.ts'
import { splitClauseTexts } from './clause-window.ts'

/** Several years, as the clause names them that stands before what was done in them. */
const YEARS = '(?:19|20)\\d{2}\\s?年?'
const SPAN = new RegExp(
  [
    `[从自]?${YEARS}[底末]?\\s?(?:[—\\-–~～]{1,2}|至|到)\\s?(?:19|20)\\d{2}\\s?年`,
    `(?:19|20)\\d{2}\\s?年[底末]?以来`,
    `(?:19|20)\\d{2}\\s?年[底末]?[同与和跟](?:19|20)\\d{2}\\s?年[底末]?相?比`,
    '今后(?:一个|一段)时期',
    '到本世纪(?:末|中叶)',
    '^(?:这|过去|近|前|头|最近|经过|在)*[两三四五六七八九十]+多?年(?:多|间|来|里|中|内|累计|持续努力|努力)',
  ].join('|'),
)
/** Most sentences name no years: no more is read of these. */
const MAY_SPAN = /年|时期|世纪/
/** The years of a plan's title date the plan, not what is done about it. */
const TITLE = /《[^》]*》/g
/** A plan, or the years ahead, that a clause before a mean or a sum names: “十五五”规划提出，…年均增长5%. */
const PLAN = /[“"](?:十[一二三四五六]?|[一二三四五六七八九])五[”"](?:时期|期间|计划|规划)|(?:今后|未来)[五十]年/
/** A plan that the quote names itself: “十六五”年均增长5%. */
const OWN_PLAN = /[“"](?:十[一二三四五六]?|[一二三四五六七八九])五[”"]/
/** Means and sums over years. */
export const OVER_YEARS = /年均|平均每年|每年平均|累计/
/** A clause that names one year ends the span's account. */
const ONE_YEAR = /^\s*(?:其中|截至|到)?(?:19|20)\d{2}\s?年(?![—\-–~～至到以同与和底末]|\s?(?:同|与))/
/** A longer clause is told by its span alone. */
const MAX_CLAUSE = 18

/**
 * The years that a sentence says before a quoted part of it are those of the whole (2026年至2029年，…平均每年增长3%，2030年…); null where it says none before, the quote holds
 * them itself, or a single year stands between.
 */
export function spanOfQuote(sentence: string, quote: string): string | null {
  const folded = foldYears(sentence).replace(TITLE, (title) => '〇'.repeat(title.length))
  const isMean = OVER_YEARS.test(quote) && PLAN.test(folded) && !OWN_PLAN.test(quote)
  if (!isMean && !MAY_SPAN.test(folded)) return null
  const at = Math.min(...quote.split('……').flatMap((part) => indexOf(sentence, part)))
  let found: string | null = null
  let start = 0
  for (const clause of splitClauseTexts(folded)) {
    if (start >= at) break
    const span = SPAN.exec(clause)?.[0]
    const plan = isMean ? PLAN.exec(clause)?.[0] : undefined
    if (plan !== undefined) found = plan
    else if (span !== undefined) found = clause.trim().length <= MAX_CLAUSE ? clause.trim().replace(/[，,；;：:]$/, '') : span
    else if (ONE_YEAR.test(clause)) found = null
    start += clause.length
  }
  return found
}

/** Two years with all between them. */
const NUMBERED = /(?:19|20)\d{2}\s?年?[底末]?\s?(?:[—\-–~～]{1,2}|至|到)\s?(?:19|20)\d{2}\s?年/

/** Whether a quoted part of a sentence is told of the years from one to another, as it says itself or a clause before it does. */
export function isOfNumberedSpan(sentence: string, quote: string): boolean {
  const told = foldYears(quote)
  return NUMBERED.test(told) || (!ONE_YEAR.test(told) && NUMBERED.test(spanOfQuote(sentence, quote) ?? ''))
}

function indexOf(sentence: string, part: string): number[] {
  const at = part === '' ? -1 : sentence.indexOf(part)
  return at < 0 ? [] : [at]
}
