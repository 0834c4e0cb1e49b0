import { sectionPath } from '../../../ingest/corpus/section-path.ts'
import { finishSteps, type SteppedWork } from '../../../ingest/index/keep-by-snapshot.ts'
import type { LibrarySnapshot, SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { comparableText } from '../../../ingest/structure/shingles.ts'
import type { Citation } from '../../contract/chat.ts'

/** Sentences of equal wording, blanks and punctuation apart, among those that were grouped; for one of them. */
export type TwinFinder = (row: SentenceRow) => readonly SentenceRow[]

/** Shorter sentences are equal by chance. */
const MIN_TWIN_CHARS = 8

/** Groups the sentences of a snapshot, or some of them, by wording. */
export function createTwinFinder(snapshot: Pick<LibrarySnapshot, 'sentences'>): TwinFinder {
  return finishSteps(groupTwins(snapshot))
}

/** The same, sentence by sentence. */
export function* groupTwins({ sentences }: Pick<LibrarySnapshot, 'sentences'>): SteppedWork<TwinFinder> {
  const groups = new Map<string, SentenceRow[]>()
  for (const row of sentences) {
    yield
    const key = comparableText(row.sentence.text)
    if (key.length < MIN_TWIN_CHARS) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  // By row, and the texts let go: every search asks for the twins of all that it finds.
  const twins = new Map<number, readonly SentenceRow[]>()
  for (const group of groups.values()) {
    yield
    if (group.length > 1) for (const { row } of group) twins.set(row, group)
  }
  return ({ row }) => (twins.get(row) ?? []).filter((other) => other.row !== row)
}

/** Numbers the sentences that an answer stands on in the order in which it uses them. */
export interface CitationBook {
  /** The number of a sentence, the same at every use. */
  cite(row: SentenceRow): number
  readonly citations: readonly Citation[]
}

export function createCitationBook(twins: TwinFinder): CitationBook {
  const numbers = new Map<number, number>()
  const citations: Citation[] = []
  return {
    cite(row) {
      const known = numbers.get(row.row)
      if (known !== undefined) return known
      const n = citations.length + 1
      numbers.set(row.row, n)
      citations.push(createCitation(row, n, twins))
      return n
    },
    citations,
  }
}

/** A sentence as a citation: its quote is the original text of its range, runs of white space as one blank. */
export function createCitation(row: SentenceRow, n: number, twins: TwinFinder): Citation {
  const { document } = row.document
  const { range, section, facets } = row.sentence
  const duplicates = twins(row).filter((other) => other.document.document.id !== document.id)
  return {
    n,
    documentId: document.id,
    title: document.metadata.title,
    file: document.file,
    sectionPath: sectionPath(document.sections, section),
    quote: document.text.slice(range.start, range.end).replace(/\s+/g, ' ').trim(),
    start: range.start,
    end: range.end,
    year: facets.year,
    place: facets.place,
    ...(duplicates.length > 0
      ? {
          duplicates: duplicates.map((other) => ({
            documentId: other.document.document.id,
            title: other.document.document.metadata.title,
            file: other.document.document.file,
            start: other.sentence.range.start,
            end: other.sentence.range.end,
          })),
        }
      : {}),
  }
}
