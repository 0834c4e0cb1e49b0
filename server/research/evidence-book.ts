import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { fenceRule } from '../model-answer/answer-prompt.ts'
import { cleanForPrompt } from '../model-answer/clean-for-prompt.ts'
import { estimateTokens } from '../model-answer/estimate-tokens.ts'
import { createFence, type EvidenceLine, evidenceLine, fenceEvidence } from '../model-answer/fence-evidence.ts'
import { lineOf } from '../model-answer/select-evidence.ts'

/** Longer sentences are shown in part. */
const MAX_LINE_CHARS = 360
/** What a tool says when no more may be shown. */
const NO_ROOM = '资料已经够多，不能再列。请根据以上资料作答。'
/** Handles have two digits. */
const MAX_NUMBERED = 99

export interface EvidenceRoom {
  /** Estimated tokens of documents that one reply of a tool may hold, and all of them together. */
  readonly replyTokens: number
  readonly totalTokens: number
}

/** The sentences that a model was shown in one run; a sentence keeps its number through all of its steps. */
export interface EvidenceBook {
  readonly rows: readonly SentenceRow[]
  /** The sentence with a number, 1 for E1. */
  row(number: number): SentenceRow | undefined
  /** Sentences as a model reads them: numbered, behind a fence of their own, as many as there is room for. `lead` is this program's own words. */
  show(lead: string, rows: readonly SentenceRow[]): string
}

export function createEvidenceBook(shown: readonly SentenceRow[], room: EvidenceRoom): EvidenceBook {
  const rows = [...shown]
  let left = room.totalTokens
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
      const lines: EvidenceLine[] = []
      let tokens = 0
      for (const row of found) {
        const line = shortLineOf(row, 0)
        const cost = estimateTokens(evidenceLine(line))
        if (tokens + cost > Math.min(room.replyTokens, left)) break
        const number = numberOf(row)
        if (number === null) break
        tokens += cost
        lines.push({ ...line, handle: `E${number}` })
      }
      left -= tokens
      if (lines.length === 0) return NO_ROOM
      const unshown = found.length - lines.length
      const more = unshown > 0 ? [`还有 ${unshown} 句没有列出，需要时请把范围问得窄一些。`] : []
      return [cleanForPrompt(lead), fenceRule(fence), fenceEvidence(lines, fence), ...more].join('\n')
    },
  }
}

/** A sentence as a line, a long one in part. */
export function shortLineOf(row: SentenceRow, number: number): EvidenceLine {
  const line = lineOf(row, number)
  return line.text.length <= MAX_LINE_CHARS ? line : { ...line, text: `${line.text.slice(0, MAX_LINE_CHARS)}…` }
}
