import type { DocumentId } from '../../../ingest/corpus/document-id.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { ChatAnswer } from '../../../server/contract/chat.ts'
import { indexDocuments } from '../run/index-documents.ts'
import type { ProgramParts } from '../run/program-parts.ts'
import { readLibrary } from '../run/read-library.ts'
import type { RgbCase } from './rgb.ts'

/** All documents of all cases in one library, so that common words count as common; each case looks at its own documents only. */
export interface RgbLibrary {
  readonly snapshot: LibrarySnapshot
  readonly documentsOf: readonly (readonly DocumentId[])[]
}

const fileName = (index: number, place: number): string => `${index}-${place}.txt`

/** The documents go the whole way of a file, so that the years and places that their sentences speak of are known. */
export async function openRgbLibrary(cases: readonly Pick<RgbCase, 'docs'>[], parts: ProgramParts): Promise<RgbLibrary> {
  const texts = cases.flatMap((one, index) => one.docs.map((text, place) => [fileName(index, place), text] as const))
  const { documents, relations } = readLibrary(new Map(texts))
  const snapshot = await indexDocuments(documents, relations, parts)
  const ids = new Map(documents.map((document) => [document.file, document.id]))
  const documentsOf = cases.map((one, index) => one.docs.flatMap((_, place) => ids.get(fileName(index, place)) ?? []))
  return { snapshot, documentsOf }
}

/** The engine's answer to a case's question among the case's own documents. */
export async function answerCase(
  library: RgbLibrary,
  index: number,
  question: string,
  parts: ProgramParts,
): Promise<Omit<ChatAnswer, 'conversationId' | 'turnId'>> {
  return (await answerCaseSurely(library, index, question, parts)).answer
}

/** The same with the engine's own confidence, 0 to 1, that the case's documents hold what was asked. */
export async function answerCaseSurely(
  library: RgbLibrary,
  index: number,
  question: string,
  parts: ProgramParts,
): Promise<{ answer: Omit<ChatAnswer, 'conversationId' | 'turnId'>; confidence: number }> {
  const filters = { documentIds: [...(library.documentsOf[index] ?? [])] }
  const { answer, confidence = 1 } = await parts.engine.answer(library.snapshot, { question, filters, history: [] })
  return { answer, confidence }
}
