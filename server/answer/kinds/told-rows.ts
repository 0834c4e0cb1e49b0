import type { SentenceRow, SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { beginsPoint } from '../sentences/counted-series.ts'

/** So much more than there is room for is read: the points alone may fit. */
const MAX_OVER = 3
const MIN_POINTS = 2

/** The lead sentence with the most to say for itself; the earlier one where two are equal; null where none is worth anything. */
export function findLead(document: SnapshotDocument, worth: (row: SentenceRow) => number): SentenceRow | null {
  let best: { readonly row: SentenceRow; readonly worth: number } | null = null
  for (const sentence of document.document.sentences) {
    if (sentence.role === 'heading' || sentence.role === 'title') continue
    const row = sentenceRow(document, sentence)
    const own = worth(row)
    if (own > 0 && (best === null || own > best.worth)) best = { row, worth: own }
  }
  return best?.row ?? null
}

/**
 * The sentence and those after it, as long as they go on with it: in its section, and where the points that it leads up to, or a paragraph that opens as told, have headings of
 * their own. Where there is no room for all, the first with those that begin a point.
 */
export function following(lead: SentenceRow, maxChars: number, goesOn: (row: SentenceRow) => boolean, opens: RegExp | null = null): SentenceRow[] {
  const { document } = lead
  const rows = [lead]
  let chars = lead.sentence.text.length
  let open = lead.sentence.section
  for (const sentence of document.document.sentences.slice(lead.sentence.index + 1)) {
    chars += sentence.text.length
    if (sentence.section !== open && (beginsPoint(sentence.text) || opens?.test(sentence.text))) open = sentence.section
    else if (sentence.section !== open || sentence.role === 'heading') break
    const row = sentenceRow(document, sentence)
    if (!goesOn(row)) break
    rows.push(row)
    if (chars > maxChars * MAX_OVER) break
  }
  const all = within(rows, maxChars)
  const points = rows.filter(({ sentence }, i) => i === 0 || beginsPoint(sentence.text))
  return all.length < rows.length && points.length > MIN_POINTS ? within(points, maxChars) : all
}

/** Those of the rows, in order, for which there is room. */
export function within(rows: readonly SentenceRow[], maxChars: number): SentenceRow[] {
  let chars = 0
  return rows.filter(({ sentence }) => {
    if (chars + sentence.text.length > maxChars) return false
    chars += sentence.text.length
    return true
  })
}

/** Figures of amounts, shares and the like. */
export function countFigures(text: string): number {
  return text.match(/\d+(?:\.\d+)?(?=\s*(?:[%％‰亿万个元人家户吨斤公]|左右|以上|以内))/g)?.length ?? 0
}
