import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { AcceptedRows } from './accepted-rows.ts'

/** What a search notes of each row of a library; all 0 at the start. */
export interface ScoreSheet {
  /** BM25 of each sentence and each passage. */
  readonly sentences: Float32Array
  readonly passages: Float32Array
  /** Cosine of each sentence with the question. */
  readonly cosines: Float32Array
}

/** Sheets that searches share: in a large library making and clearing new ones for each search costs more than filling them. */
export interface ScoreSheets {
  take(snapshot: LibrarySnapshot): ScoreSheet
  /** @param used the only rows whose scores may have been noted */
  giveBack(snapshot: LibrarySnapshot, sheet: ScoreSheet, used: AcceptedRows): void
}

/** Searches seldom run side by side; sheets beyond these are let go. */
const MAX_KEPT = 2

export function createScoreSheets(): ScoreSheets {
  const kept = new WeakMap<LibrarySnapshot, ScoreSheet[]>()
  return {
    take: (snapshot) => kept.get(snapshot)?.pop() ?? createSheet(snapshot),
    giveBack(snapshot, sheet, { sentences, passages }) {
      const own = kept.get(snapshot) ?? []
      kept.set(snapshot, own)
      if (own.length >= MAX_KEPT) return
      for (const { from, to } of sentences) {
        sheet.sentences.fill(0, from, to)
        sheet.cosines.fill(0, from, to)
      }
      for (const { from, to } of passages) sheet.passages.fill(0, from, to)
      own.push(sheet)
    },
  }
}

function createSheet({ sentences, passages }: LibrarySnapshot): ScoreSheet {
  return {
    sentences: new Float32Array(sentences.length),
    passages: new Float32Array(passages.length),
    cosines: new Float32Array(sentences.length),
  }
}
