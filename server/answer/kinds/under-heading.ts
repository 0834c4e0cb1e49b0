import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { rowsOf, sectionHeadedBy } from '../find/find-section.ts'
import { tellingRows } from '../sentences/telling-rows.ts'

/** What stands under a heading: in order the headings below it where it is divided by numbers, else all of it where there is room, else its telling sentences. Empty for what heads nothing. */
export function tellUnder(heading: SentenceRow, maxChars: number): SentenceRow[] {
  const found = sectionHeadedBy(heading)
  if (found === null) return []
  const rows = rowsOf(found).filter(({ sentence }) => sentence.index !== heading.sentence.index)
  const parts = found.children.filter(({ label }) => label !== '')
  if (parts.length > 0) {
    const own = rows.filter(({ sentence }) => sentence.section === found.section.index)
    return [...own, ...parts.flatMap((part) => rows.find((row) => row.sentence.section === part.index) ?? [])]
  }
  const chars = rows.reduce((sum, { sentence }) => sum + sentence.text.replace(/\s/g, '').length, 0)
  return chars <= maxChars ? rows : tellingRows(rows, false, maxChars)
}
