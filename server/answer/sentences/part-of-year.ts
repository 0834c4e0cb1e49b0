import { foldYears } from '../../../ingest/structure/fold-years.ts'
import { HOLIDAY, STRETCH_OF_YEAR } from '../../understand/parts-of-year.ts'
import { splitClauseTexts } from './clause-window.ts'

/** A stretch of a year, as papers name it: a holiday alone may be part of another name (五一劳动奖章). */
const PART = `${STRETCH_OF_YEAR}|(?:${HOLIDAY})节?(?:、?(?:${HOLIDAY})节?)?(?:假期|期间|黄金周|小长假|长假)|黄金周|[”“]?(?:满月|首月|百日)[”“]?`
const IN_TEXT = new RegExp(PART)
/** A clause that begins with it dates what follows, unless it tells until when something is to be done, or since when it is so. */
const DEADLINE = '(?!份?[底末]?(?:[上中下]旬)?(?:[之以]?前|开始|起|全部|开工|投产|完工|竣工|建成|启动))'
const DATES = new RegExp(`^[\\s“]*(?:其中|今年|去年|当年|全年|特别是|(?:19|20)\\d{2}\\s?年)?[的，,]?(?:${PART})${DEADLINE}`)
/** 封关至“满月”时, 截至三季度末: a short clause that tells nothing else. */
const MOMENT = new RegExp(`^[^，,；;。]{0,10}(?:${PART})(?:[末底]?时?|期?[间内里]|以来)[，,]$`)
const WHOLE_YEAR = /全年|一年来|年末|年底|(?:19|20)\d{2}\s?年(?!\s?[一二三四1-9]|[上下])/
/** Most sentences name no part of a year: no more is read of these. */
const MAY_NAME = /季度|半年|月|黄金周|期间|假期|百日/
/** A longer clause is told by the name of its stretch alone. */
const MAX_CLAUSE = 14

/** Whether a text names a part of a year. */
export function namesPartOfYear(text: string): boolean {
  return MAY_NAME.test(text) && IN_TEXT.test(text)
}

/** Whether a clause begins with a part of a year that dates what follows. */
export function datesByPart(clause: string): boolean {
  return MAY_NAME.test(clause) && DATES.test(foldYears(clause))
}

/** A clause that tells of the whole year is of no part that was named before: 去年下半年开始回升，全年…. */
const SAYS_WHOLE = /全年/

/**
 * The part of a year that a sentence says before a quoted part of it (上半年，…增长5%): its figures are none of the year. Null where it says none, the quote names it, or a whole year
 * stands between.
 */
export function partOfYear(sentence: string, quote: string): string | null {
  const found = SAYS_WHOLE.test(quote) ? null : partBefore(sentence, quote)
  return found !== null && !quote.includes(found) ? found : null
}

/** The part of a year that dates a quoted part of a sentence from a clause before it; null where none does. */
export function partBefore(sentence: string, quote: string): string | null {
  if (!MAY_NAME.test(sentence)) return null
  const folded = foldYears(sentence)
  const first = quote.split('……')[0] ?? ''
  const at = first === '' ? -1 : sentence.indexOf(first)
  if (at <= 0) return null
  let found: string | null = null
  let start = 0
  for (const clause of splitClauseTexts(folded)) {
    if (start >= at) break
    const bare = clause.trim().replace(/[，,；;：:]$/, '')
    if (DATES.test(clause) || MOMENT.test(clause.trim())) found = bare.length <= MAX_CLAUSE ? bare : (IN_TEXT.exec(clause)?.[0] ?? null)
    else if (WHOLE_YEAR.test(clause)) found = null
    start += clause.length
  }
  return found
}
