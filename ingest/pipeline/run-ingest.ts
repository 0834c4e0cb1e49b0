import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { CodedError } from '../corpus/coded-error.ts'
import type { ParsedDocument } from '../corpus/document.ts'
import { isEndpointFailure } from '../embedding/endpoint-failure.ts'
import { inLibraryOrder, libraryFingerprint } from '../index/create-snapshot.ts'
import type { VectorMatrix } from '../index/scan-vectors.ts'
import { toLibraryError } from '../library/library-errors.ts'
import { buildPostings } from './build-postings.ts'
import { collectFiles } from './collect-files.ts'
import { embedSentences } from './embed-sentences.ts'
import type { IngestDependencies } from './ingest-dependencies.ts'
import type { IngestRequest } from './ingest-request.ts'
import type { IngestOutcome, IngestPhase, IngestProgress, IngestReport, MetadataPatch } from './ingestor.ts'
import { dropDocument, type LibraryPlan, planFrom } from './library-plan.ts'
import { publishGeneration } from './publish-generation.ts'
import { createReadDocuments, type ReadDocuments } from './read-documents.ts'
import { requireRoom } from './require-room.ts'
import { takeInFiles } from './take-in-files.ts'

/** Of postings and graph links, a sentence. */
const INDEX_BYTES_PER_ROW = 1_600
/** Of a vector's component: in the cache and its log, in the bundle, and once more in the graph. */
const BYTES_PER_COMPONENT = 16

type Report = (phase: IngestPhase, done: number, total: number, file?: string) => void

/**
 * One run from request to committed generation: read, parse, infer over the whole library, embed, index, publish.
 * Whoever calls it sees to it that no other run is under way on the same data folder.
 *
 * @throws {CodedError} see Ingestor.ingest; ingest_interrupted when `signal` aborts, unless its reason is a CodedError itself
 */
export async function runIngest(
  dependencies: IngestDependencies,
  request: IngestRequest,
  onProgress: (progress: IngestProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<IngestReport> {
  const startedAt = performance.now()
  const report: Report = (phase, done, total, file) => {
    if (signal?.aborted) throw interrupted(signal.reason)
    onProgress({ phase, done, total, ...(file !== undefined && { file }) })
  }
  const { database, onStep = () => undefined } = dependencies
  try {
    await dependencies.files.makeFolder(dependencies.indexFolder)
    const heads = database.documents.heads()
    const before = database.generations.sources()
    const plan = planFrom(heads, before, database.generations.corrections())
    const documents = createReadDocuments(dependencies, heads)
    const outcomes = await applyRequest(dependencies, request, plan, documents, report)
    onStep('reading')
    if (request.kind === 'rebuild' || outcomes.some((outcome) => outcome.kind === 'updated')) plan.changed = true
    let generation = database.generations.current().number
    if (plan.changed) generation = await buildGeneration(dependencies, plan, documents, request.kind !== 'rebuild', report)
    else if (!isDeepStrictEqual(plan.sources, planFrom(heads, before, []).sources)) database.generations.saveSources([...plan.sources.values()])
    return { outcomes, generation, elapsedMs: performance.now() - startedAt }
  } catch (error) {
    const failure = toLibraryError(error)
    // What was written ahead would be of use to the next attempt, but not at the price of the room that it needs.
    if (failure instanceof CodedError && failure.code === 'disk_full') sweep(dependencies)
    throw failure
  }
}

async function applyRequest(
  dependencies: IngestDependencies,
  request: IngestRequest,
  plan: LibraryPlan,
  documents: ReadDocuments,
  report: Report,
): Promise<IngestOutcome[]> {
  switch (request.kind) {
    case 'ingest': {
      const collected = await collectFiles(request.sources)
      return takeInFiles(dependencies, plan, documents, collected, (file, done) => report('reading', done, collected.files.length, file))
    }
    case 'remove':
      return [...new Set(request.ids)].flatMap((id): IngestOutcome[] => {
        const gone = dropDocument(plan, id)
        return gone ? [{ kind: 'removed', file: gone.file, documentId: id }] : []
      })
    case 'correct': {
      const document = plan.documents.get(request.id)
      if (!document) throw new CodedError('document_not_found', '文库里没有这份文档，可能已被删除或更新。请刷新文档列表后重试。')
      const merged = Object.entries({ ...plan.corrections.get(request.id), ...request.patch }).filter(([, value]) => value !== null)
      if (merged.length > 0) plan.corrections.set(request.id, Object.fromEntries(merged) as MetadataPatch)
      else plan.corrections.delete(request.id)
      return [{ kind: 'updated', file: document.file, documentId: request.id }]
    }
    case 'rebuild':
      return []
  }
}

/** @param words whether a generation without vectors is better than none while the encoder's endpoint fails */
async function buildGeneration(
  dependencies: IngestDependencies,
  plan: LibraryPlan,
  documents: ReadDocuments,
  words: boolean,
  report: Report,
): Promise<number> {
  const { database, analyzer, reader, onStep = () => undefined } = dependencies
  const planned = [...plan.documents.values()]
  const read: ParsedDocument[] = []
  for (const [index, document] of planned.entries()) {
    report('parsing', index, planned.length, document.file)
    // Lets a message to stop come in.
    await setImmediate()
    read.push(documents.read(plan, document))
  }
  const library = reader.infer(read)
  const ordered = inLibraryOrder(library.documents)
  const staged = ordered.map((document) => ({ id: document.id, ...database.documents.stageVersion(document) }))
  onStep('staged')
  const texts = ordered.flatMap((document) => document.sentences.map((sentence) => sentence.text))
  const { vectors, embedderId } = await embedTexts(dependencies, texts, words, report)
  onStep('embedded')
  const postings = await buildPostings(ordered, analyzer, (index) => report('indexing', index, ordered.length))
  const generation = database.generations.current().number + 1
  const fingerprint = libraryFingerprint(staged, analyzer.fingerprint, embedderId)
  const content = { generation, fingerprint, analyzer: analyzer.fingerprint, embedder: embedderId, vectors, ...postings }
  report('committing', 0, postings.sentences)
  const onRows = (done: number): void => report('committing', done, postings.sentences)
  await publishGeneration(dependencies, content, postings.samples, onRows, (manifestSha256) => {
    const versions = new Map(staged.map(({ id, versionId }) => [id, versionId]))
    database.generations.commit(
      {
        documents: ordered.map((document: ParsedDocument) => ({
          id: document.id,
          versionId: versions.get(document.id) ?? 0,
          sha256: document.sha256,
          parserVersion: reader.version,
          ingestedAt: plan.documents.get(document.id)?.ingestedAt ?? dependencies.now().toISOString(),
        })),
        sources: [...plan.sources.values()],
        corrections: [...plan.corrections].map(([documentId, patch]) => ({ documentId, patch: JSON.stringify(patch) })),
        relations: library.relations,
      },
      { number: generation, manifestSha256, fingerprint },
    )
  })
  sweep(dependencies)
  onStep('swept')
  return generation
}

interface Embedded {
  readonly vectors: VectorMatrix | null
  readonly embedderId: string | null
}

/**
 * Vectors of the texts. Where the encoder's endpoint fails and `words` allows it there are none: the documents are taken in and found by their words, and the
 * library embeds them as soon as the endpoint answers again.
 */
async function embedTexts(dependencies: IngestDependencies, texts: readonly string[], words: boolean, report: Report): Promise<Embedded> {
  const { embedder, database, files, indexFolder } = dependencies
  try {
    await embedder?.connect?.()
    await requireRoom(files, indexFolder, texts.length * (INDEX_BYTES_PER_ROW + (embedder?.dimension ?? 0) * BYTES_PER_COMPONENT))
    if (!embedder) return { vectors: null, embedderId: null }
    const vectors = await embedSentences(embedder, database.embeddings, texts, (done, total) => report('embedding', done, total))
    return { vectors, embedderId: embedder.id }
  } catch (error) {
    if (!words || !isEndpointFailure(error)) throw error
    dependencies.onUnexpected(error)
    await requireRoom(files, indexFolder, texts.length * INDEX_BYTES_PER_ROW)
    return { vectors: null, embedderId: null }
  }
}

/** The commit is done: what cannot be swept now is swept after the next run. */
function sweep({ database, embedder, onUnexpected }: IngestDependencies): void {
  try {
    // An endpoint that was not reached has no name yet: then all vectors of living sentences stay.
    database.sweep(embedder?.id || null)
  } catch (error) {
    onUnexpected(error)
  }
}

function interrupted(reason: unknown): CodedError {
  if (reason instanceof CodedError) return reason
  return new CodedError('ingest_interrupted', '导入在完成前被停止，文库保持原样。请重新导入这些文件。', {}, { cause: reason })
}
