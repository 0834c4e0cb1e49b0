import type { Section } from '../../ingest/corpus/section.ts'
import type { LibrarySnapshot, SnapshotDocument } from '../../ingest/index/library-snapshot.ts'
import type { DocumentSummary } from '../../ingest/library/library-store.ts'
import type { DocumentDetail, DocumentListItem, DocumentQuery, DocumentText, OutlineEntry } from '../contract/documents.ts'

export function viewDocument({ id, file, sha256, byteLength, sentenceCount, ingestedAt, metadata }: DocumentSummary): DocumentListItem {
  const { title, kind, number, issuer, place, year, date, speaker } = metadata
  return { id, title, file, kind, number, issuer, place, year, date, speaker, sha256, byteLength, sentenceCount, ingestedAt }
}

export function viewDocumentDetail(summary: DocumentSummary, { document, relations }: SnapshotDocument, snapshot: LibrarySnapshot): DocumentDetail {
  const titles = new Map(snapshot.documents.map((other) => [other.document.id, other.document.metadata.title]))
  return {
    ...viewDocument(summary),
    meeting: document.metadata.meeting,
    origins: { ...document.metadata.origins },
    outline: viewOutline(document.sections),
    repairs: document.repairs.map(({ kind, range, before }) => ({ kind, start: range.start, end: range.end, before })),
    nearDuplicates: relations.map(({ from, to, kind, share }) => {
      const documentId = from === document.id ? to : from
      return { documentId, title: titles.get(documentId) ?? '', kind, share }
    }),
  }
}

/** The text that offsets count in, and what lies where in it. */
export function viewDocumentText({ document }: SnapshotDocument): DocumentText {
  return {
    documentId: document.id,
    text: document.text,
    sections: viewOutline(document.sections),
    sentences: document.sentences.map(({ index, range, section, facets }) => ({
      index,
      start: range.start,
      end: range.end,
      section,
      year: facets.year,
      place: facets.place,
    })),
  }
}

/** Section 0 is the document itself and no entry of its outline. */
function viewOutline(sections: readonly Section[]): OutlineEntry[] {
  return sections
    .filter(({ level }) => level > 0)
    .map(({ index, level, label, heading, range }) => ({ index, level, heading: label + heading, start: range.start, end: range.end }))
}

/** The documents that a query names, the newest year first, then by file name. */
export function selectDocuments(documents: readonly DocumentSummary[], { q, year, place, kind }: DocumentQuery): DocumentSummary[] {
  const words = fold(q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return documents
    .filter(({ file, metadata }) => {
      const text = fold([metadata.title, file, metadata.number, metadata.issuer, metadata.place].join('\n'))
      return (
        words.every((word) => text.includes(word)) &&
        (year === undefined || metadata.year === year) &&
        (kind === undefined || kind === '' || metadata.kind === kind) &&
        (place === undefined || place === '' || (metadata.place?.includes(place) ?? false))
      )
    })
    .sort((a, b) => (b.metadata.year ?? 0) - (a.metadata.year ?? 0) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
