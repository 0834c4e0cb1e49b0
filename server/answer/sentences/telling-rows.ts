import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'

const MAX_SENTENCE_CHARS = 260
const FIGURE = /\d/
const SETS_AIMS = /目标|力争|到20\d{2}年/
const AIMED = /目标|力争|达到|突破|新增|增长|以上|左右|控制|提高|完成|建成|不低于/

/** Sentences that tell most of a section within the length: what is aimed at in figures, then figures, then the first sentences; in order. */
export function tellingRows(rows: readonly SentenceRow[], targetsOnly: boolean, maxChars: number): SentenceRow[] {
  const worth = ({ sentence: { text, role, facets } }: SentenceRow, i: number): number => {
    if (role === 'heading' || text.length > MAX_SENTENCE_CHARS) return -1
    const told =
      (FIGURE.test(text) ? 2 : 0) + (AIMED.test(text) && FIGURE.test(text) ? 1 : 0) + (facets.tense === 'target' ? 1 : 0) + (i <= 1 ? 1 : 0)
    return targetsOnly && (told < 2 || !(FIGURE.test(text) || SETS_AIMS.test(text))) ? -1 : told
  }
  const ranked = rows.map((row, i) => ({ row, worth: worth(row, i) })).filter((one) => one.worth >= 0)
  const chosen = new Set<SentenceRow>()
  let chars = 0
  for (const { row } of ranked.toSorted((a, b) => b.worth - a.worth || a.row.row - b.row.row)) {
    const length = row.sentence.text.replace(/\s/g, '').length
    if (chars + length > maxChars) continue
    chosen.add(row)
    chars += length
  }
  return rows.filter((row) => chosen.has(row))
}
