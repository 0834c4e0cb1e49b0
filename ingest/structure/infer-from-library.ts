import type { DocumentRelation, ParsedDocument } from '../corpus/document.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'
import { createOverlaps, findRelations, type LibraryOverlaps } from './find-relations.ts'
import { withFacets } from './parse-document.ts'
import { allShingles, comparableText, findSharedRuns, SHINGLE_CHARS } from './shingles.ts'

/** Documents of one kind share set phrases; figures in their words are what one year's papers share. Fewer stretches with a figure than this prove nothing. */
const MIN_FIGURE_RUNS = 4
/** The best witness must share that many times more of them than one of another year or place. */
const MIN_LEAD = 1.5
/** Sampled shingles that a witness must share before its stretches are counted. */
const MIN_SAMPLED = 6
/** A document that stands in another one by this share is an excerpt of it. */
const MIN_EXCERPT_SHARE = 0.6

/** What the library as a whole tells about its documents. */
export interface InferredLibrary {
  readonly documents: readonly ParsedDocument[]
  readonly relations: readonly DocumentRelation[]
}

/**
 * Gives year, place and title to documents whose own text is silent, from the dated document with which they share the most text; marks them as inferred, with the
 * reason; and finds near-duplicates and excerpts. The result depends on the set of documents only, not on their order.
 */
export function inferFromLibrary(documents: readonly ParsedDocument[]): InferredLibrary {
  const overlaps = createOverlaps(documents)
  const relations = findRelations(overlaps)
  const inferred = documents.map((document, index) => (isSilent(document.metadata) ? inferOne(document, index, overlaps, relations) : document))
  return { documents: inferred, relations }
}

function isSilent(metadata: DocumentMetadata): boolean {
  return metadata.year === null || metadata.place === null
}

function isWitness(metadata: DocumentMetadata): boolean {
  return metadata.year !== null && metadata.place !== null
}

function inferOne(document: ParsedDocument, index: number, overlaps: LibraryOverlaps, relations: readonly DocumentRelation[]): ParsedDocument {
  const witnesses = overlaps
    .sharing(index, MIN_SAMPLED)
    .filter((witness) => isWitness(witness.metadata) && agrees(document.metadata, witness.metadata))
  const excerpt = relations.find(
    (relation) => relation.from === document.id && relation.share >= MIN_EXCERPT_SHARE && witnesses.some((witness) => witness.id === relation.to),
  )
  const whole = witnesses.find((witness) => witness.id === excerpt?.to)
  if (whole && excerpt) {
    const reason = `本文件无日期和标题；其中 ${Math.round(100 * excerpt.share)}% 的文字与《${whole.metadata.title}》相同，判定为其节选`
    return withFacets(document, borrow(document, whole.metadata, `${whole.metadata.title}（节选）`, reason))
  }
  const sibling = findSibling(document, witnesses)
  if (!sibling) return document
  const { year, place, title } = sibling.witness.metadata
  const reason = `本文件未写明年份或地区；与《${title}》有 ${sibling.runs} 处 ${SHINGLE_CHARS} 字以上、带数字的文字逐字相同，判定为同一地区同一年的文件`
  return withFacets(document, borrow(document, sibling.witness.metadata, `${year ?? ''}年${place ?? ''}工作部署（原文无标题）`, reason))
}

function findSibling(document: ParsedDocument, witnesses: readonly ParsedDocument[]): { witness: ParsedDocument; runs: number } | null {
  if (witnesses.length === 0) return null
  const shingles = allShingles(comparableText(document.text))
  const counted = witnesses
    .map((witness) => ({ witness, runs: countFigureRuns(witness, shingles) }))
    .toSorted((a, b) => b.runs - a.runs || (a.witness.id < b.witness.id ? -1 : 1))
  const best = counted[0]
  if (!best || best.runs < MIN_FIGURE_RUNS) return null
  const rival = counted.find(
    ({ witness }) => witness.metadata.year !== best.witness.metadata.year || witness.metadata.place !== best.witness.metadata.place,
  )
  return rival && best.runs < MIN_LEAD * rival.runs ? null : best
}

function countFigureRuns(witness: ParsedDocument, shingles: ReadonlySet<number>): number {
  return [...findSharedRuns(comparableText(witness.text), shingles)].filter((run) => /\d/.test(run)).length
}

/** A document that tells its year or its place can only follow a witness of the same. */
function agrees(silent: DocumentMetadata, witness: DocumentMetadata): boolean {
  return (silent.year === null || silent.year === witness.year) && (silent.place === null || silent.place === witness.place)
}

function borrow(document: ParsedDocument, from: DocumentMetadata, title: string, reason: string): DocumentMetadata {
  const own = document.metadata
  const origin = { source: 'inferred' as const, reason }
  const keepsTitle = own.origins.title !== undefined
  return {
    ...own,
    title: keepsTitle ? own.title : title,
    year: own.year ?? from.year,
    place: own.place ?? from.place,
    placeLevel: own.placeLevel ?? from.placeLevel,
    parentPlace: own.parentPlace ?? from.parentPlace,
    origins: {
      ...own.origins,
      ...(own.year === null ? { year: origin } : {}),
      ...(own.place === null ? { place: origin } : {}),
      ...(keepsTitle ? {} : { title: origin }),
    },
  }
}
