import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { readAskedPart } from '../understand/section-cues.ts'
import type { AnswerContext } from './answer-context.ts'
import type { Draft, DraftStatement } from './draft.ts'
import { findSection, rowsOf } from './find-section.ts'

/** Characters without white space. */
const MAX_SECTION_CHARS = 740
const MAX_SENTENCE_CHARS = 260
const FIGURE = /\d/
const AIMED = /目标|力争|达到|突破|新增|增长|以上|左右|控制|提高|完成|建成|不低于/

/**
 * A part of a paper as a whole: the headings of its subsections in order, or, where it has none, its sentences that carry figures and aims, in order, the first one with them.
 * Null where the question asks for something else or no section fits.
 */
export function answerSection(context: AnswerContext): Draft | null {
  const asked = context.intent.kind === 'list' || context.intent.kind === 'summary' ? readAskedPart(context.intent.asked) : null
  if (asked === null) return null
  const found = findSection(context, asked)
  if (found === null) return null
  const rows = rowsOf(found)
  if (found.children.length > 0 && !asked.targetsOnly) {
    const heads = found.children.flatMap((child) => rows.find((row) => row.sentence.section === child.index) ?? [])
    const statements = heads.map((row, i) => ({
      text: headingText(row, `${found.children[i]?.label ?? ''}${found.children[i]?.heading ?? ''}`),
      rows: [row],
    }))
    return { kind: 'answered', statements: within(statements) }
  }
  const statements = tellingRows(rows, asked.targetsOnly).map((row): DraftStatement => ({ text: row.sentence.text, rows: [row] }))
  return statements.length > 0 ? { kind: 'answered', statements } : null
}

/** The heading alone where it runs into its text. */
function headingText({ sentence }: SentenceRow, heading: string): string {
  return sentence.text.startsWith(heading) ? heading : sentence.text
}

/** Sentences that tell most of a section within the length: what is aimed at in figures, then figures, then the first sentences; in order. */
function tellingRows(rows: readonly SentenceRow[], targetsOnly: boolean): SentenceRow[] {
  const worth = ({ sentence: { text, role, facets } }: SentenceRow, i: number): number => {
    if (role === 'heading' || text.length > MAX_SENTENCE_CHARS) return -1
    const told =
      (FIGURE.test(text) ? 2 : 0) + (AIMED.test(text) && FIGURE.test(text) ? 1 : 0) + (facets.tense === 'target' ? 1 : 0) + (i <= 1 ? 1 : 0)
    return targetsOnly && told < 2 ? -1 : told
  }
  const ranked = rows.map((row, i) => ({ row, worth: worth(row, i) })).filter((one) => one.worth >= 0)
  const chosen = new Set<SentenceRow>()
  let chars = 0
  for (const { row } of ranked.toSorted((a, b) => b.worth - a.worth || a.row.row - b.row.row)) {
    const length = row.sentence.text.replace(/\s/g, '').length
    if (chars + length > MAX_SECTION_CHARS) continue
    chosen.add(row)
    chars += length
  }
  return rows.filter((row) => chosen.has(row))
}

function within(statements: readonly DraftStatement[]): DraftStatement[] {
  let chars = 0
  return statements.filter(({ text }) => {
    chars += text.replace(/\s/g, '').length
    return chars <= MAX_SECTION_CHARS
  })
}
