import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'

/** A stretch of several years, as papers name it. */
const PERIOD = /[“"]十[一二三四五六]五[”"](?:时期|期间|以来|末)?|(?:今后|未来|过去|这|近)五年|五年(?:来|累计)/
const YEAR_IN_HEADING = /(?:19|20)\d{2}年/
/** A sentence that opens the account of several years, or of one. */
const OPENS_PERIOD =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[—-]+|各位代表[，,！!：:]?)?(?:五年(?:来|累计)|过去(?:的)?五年|这五年|今后五年|未来五年|[“"]十[一二三四五六]五[”"](?:时期|期间|以来))/
const OPENS_YEAR =
  /^(?:[（(][一二三四五六七八九十]+[）)]|[—-]+|各位代表[，,！!：:]?)?(?:这一年|一年来|过去(?:的)?一年|刚刚过去的|去年|今年|(?:19|20)\d{2}年)/
/** An account is opened so many sentences before at most. */
const LOOK_BACK = 100
const OWN_YEAR = /(?<!\d)(?:19|20)\d{2}年|去年|今年|全年|当年/

/**
 * The period of several years that a sentence speaks of although its document is about one: by the nearest sentence before it that opens an account (五年来，…), else by its
 * heading (“十五五”时期主要目标). Null for a sentence that names a year itself or stands in the account of one.
 */
export function periodOf(row: SentenceRow): string | null {
  const { sections, sentences } = row.document.document
  const { text, section, index } = row.sentence
  if (OWN_YEAR.test(text)) return null
  for (let at = index; at >= 0 && at > index - LOOK_BACK; at -= 1) {
    const before = sentences[at]
    if (before === undefined || !isWithin(sections, before.section, section)) break
    if (OPENS_PERIOD.test(before.text)) return PERIOD.exec(before.text)?.[0] ?? '五年'
    if (OPENS_YEAR.test(before.text)) return null
  }
  const headings = sectionPath(sections, section).join(' ')
  return YEAR_IN_HEADING.test(headings) ? null : (PERIOD.exec(headings)?.[0] ?? null)
}

/** Whether two sections are one or lie under the same part of the first rank. */
function isWithin(sections: SentenceRow['document']['document']['sections'], a: number, b: number): boolean {
  return topOf(sections, a) === topOf(sections, b)
}

function topOf(sections: SentenceRow['document']['document']['sections'], index: number): number {
  let at = index
  for (let section = sections[at]; section !== undefined && section.parent !== null && section.level > 1; section = sections[at]) at = section.parent
  return at
}
