import { roundTo } from '../eval/report/statistics.ts'
import { indexDocuments } from '../eval/run/index-documents.ts'
import { openProgramParts, queryFor } from '../eval/run/program-parts.ts'
import { readLibrary } from '../eval/run/read-library.ts'
import { readOriginals } from '../eval/sections/seed-questions.ts'
import { summarizeTimes, timeEach } from './benchmark.ts'

type Row = Record<string, number | null>

const EVIDENCE = 40

/** In this process and on one thread: reading and indexing the folder's documents, then each question through BM25 alone, the encoder alone, retrieval with both, and the whole answer. */
export async function benchInProcess(folder: string, questions: readonly string[]): Promise<Readonly<Record<string, Row>>> {
  const parts = await openProgramParts()
  try {
    const started = performance.now()
    const { documents, relations } = readLibrary(readOriginals(folder))
    const readMs = performance.now() - started
    const snapshot = await indexDocuments(documents, relations, parts)
    const size = { documents: documents.length, passages: snapshot.passages.length, sentences: snapshot.sentences.length }
    const rows: Record<string, Row> = {
      'read and infer, in process': { ...size, seconds: roundTo(readMs / 1000, 1) },
      'embed and index, in process': { ...size, seconds: roundTo((performance.now() - started - readMs) / 1000, 1) },
    }
    const scores = new Float32Array(snapshot.passages.length)
    const terms = questions.map((question) => new Map(parts.analyzer.terms(question).map((term) => [term, 1] as const)))
    rows['BM25 over passages alone'] = summarizeTimes(await timeEach(terms, (one) => snapshot.passagePostings.score(one, scores.fill(0))))
    const { embedder } = parts
    if (embedder !== null) rows['encoder alone, one question'] = summarizeTimes(await timeEach(questions, (question) => embedder.embed([question])))
    const retrieve = (question: string): unknown => parts.retriever.retrieve(snapshot, queryFor(question, EVIDENCE))
    rows['retrieval, both legs'] = summarizeTimes(await timeEach(questions, retrieve))
    const answer = (question: string): unknown => parts.engine.answer(snapshot, { question, filters: {}, history: [] })
    rows['answer engine, in process'] = summarizeTimes(await timeEach(questions, answer))
    return rows
  } finally {
    await parts.close()
  }
}
