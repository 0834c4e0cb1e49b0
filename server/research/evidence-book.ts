import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { fenceRule } from '../model-answer/answer-prompt.ts'
import { cleanForPrompt } from '../model-answer/clean-for-prompt.ts'
import { createFence, fenceEvidence } from '../model-answer/fence-evidence.ts'
import { lineOf } from '../model-answer/select-evidence.ts'

/** A reply of a tool holds at most so many characters of documents. */
const MAX_REPLY_CHARS = 2_400
/** Longer sentences are shown in part. */
const MAX_LINE_CHARS = 360
/** Handles have two digits. */
const MAX_NUMBERED = 99

/** The sentences that a model was shown in one run; a sentence keeps its number through all of its steps. */
export interface EvidenceBook {
  readonly rows: readonly SentenceRow[]
  /** The sentence with a number, 1 for E1. */
  row(number: number): SentenceRow | undefined
  /** Sentences as a model reads them: numbered, behind a fence of their own, as many as there is room for. `lead` is this program's own words. */
  show(lead: string, rows: readonly SentenceRow[]): string
}

export function createEvidenceBook(shown: readonly SentenceRow[]): EvidenceBook {
  const rows = [...shown]
  const numberOf = (row: SentenceRow): number | null => {
    const known = rows.findIndex((other) => other.row === row.row)
    if (known >= 0) return known + 1
    return rows.length < MAX_NUMBERED ? rows.push(row) : null
  }
  return {
    rows,
    row: (number) => rows[number - 1],
    show(lead, found) {
      const fence = createFence()
      const lines = []
      let chars = 0
      for (const row of found) {
        const text = row.sentence.text.length <= MAX_LINE_CHARS ? row.sentence.text : `${row.sentence.text.slice(0, MAX_LINE_CHARS)}…`
        if (lines.length > 0 && chars + text.length > MAX_REPLY_CHARS) break
        const number = numberOf(row)
        if (number === null) break
        chars += text.length
        lines.push({ ...lineOf(row, number), text })
      }
      const left = found.length - lines.length
      const more = left > 0 ? [`还有 ${left} 句没有列出，需要时请把范围问得窄一些。`] : []
      return [cleanForPrompt(lead), fenceRule(fence), fenceEvidence(lines, fence), ...more].join('\n')
    },
  }
}
