import { CodedError } from '../corpus/coded-error.ts'
import { documentIdFromDigest } from '../corpus/document-id.ts'
import { sha256 } from '../index/sha256.ts'
import { cleanFileName } from './clean-file-name.ts'
import { type CollectedFiles, type FoundFile, UPLOAD_PREFIX } from './collect-files.ts'
import type { IngestDependencies } from './ingest-dependencies.ts'
import type { IngestOutcome } from './ingestor.ts'
import { dropSource, type LibraryPlan, pointSource } from './library-plan.ts'
import type { ReadDocuments } from './read-documents.ts'
import { readSidecar } from './read-sidecar.ts'
import { requireRoom } from './require-room.ts'

/** What a byte of a file becomes in the library: itself, its text, its sentences, and the log through which they are written. */
const STORED_PER_BYTE = 8

/** Reads the files found into the plan: new and changed ones, and those that have gone from a folder. One outcome a file. */
export async function takeInFiles(
  dependencies: IngestDependencies,
  plan: LibraryPlan,
  documents: ReadDocuments,
  collected: CollectedFiles,
  onFile: (file: string, done: number) => void,
): Promise<IngestOutcome[]> {
  const outcomes: IngestOutcome[] = collected.failures.map(({ file, error }) => failed(file, error))
  for (const [index, file] of collected.files.entries()) {
    onFile(file.name, index)
    try {
      outcomes.push(await takeInFile(dependencies, plan, documents, file))
    } catch (error) {
      if (!isFailureOfFile(error)) throw error
      if (!(error instanceof CodedError)) dependencies.onUnexpected(error)
      outcomes.push(failed(file.name, error))
    }
  }
  const seen = new Set(collected.files.map((file) => file.source))
  for (const { source, documentId } of [...plan.sources.values()]) {
    if (seen.has(source) || source.startsWith(UPLOAD_PREFIX) || !collected.folders.some((folder) => source.startsWith(folder))) continue
    const gone = dropSource(plan, source)
    if (gone) outcomes.push({ kind: 'removed', file: gone.file, documentId })
  }
  return outcomes
}

async function takeInFile(dependencies: IngestDependencies, plan: LibraryPlan, documents: ReadDocuments, found: FoundFile): Promise<IngestOutcome> {
  const file = cleanFileName(found.name)
  const bytes = await found.read()
  const sidecarBytes = await found.readSidecar()
  const sidecar = sidecarBytes ? JSON.stringify(readSidecar(sidecarBytes)) : null
  const hash = sha256(bytes)
  const documentId = documentIdFromDigest(sha256(`${file}\0${hash}`))
  const before = plan.sources.get(found.source)
  const known = plan.documents.has(documentId)
  const sameSidecar = (before?.sidecar ?? null) === sidecar
  const record = { source: found.source, documentId, sidecar }
  if (known && sameSidecar && (before?.documentId ?? documentId) === documentId) {
    pointSource(plan, record)
    return { kind: documents.isCurrent(documentId) ? 'unchanged' : 'updated', file, documentId }
  }
  const planned = { id: documentId, file, sha256: hash, ingestedAt: dependencies.now().toISOString() }
  if (!known) await requireRoom(dependencies.files, dependencies.indexFolder, bytes.byteLength * STORED_PER_BYTE)
  if (!known) documents.add(planned, bytes, sidecar === null ? undefined : readSidecar(sidecarBytes ?? bytes))
  plan.documents.set(documentId, plan.documents.get(documentId) ?? planned)
  plan.changed = true
  pointSource(plan, record)
  return { kind: before || known ? 'updated' : 'added', file, documentId }
}

/** A disk that is full or fails stops the run; whatever else is wrong is a matter of this file. */
const isFailureOfFile = (error: unknown): boolean =>
  !(error instanceof CodedError) || !['disk_full', 'library_write_failed', 'library_damaged'].includes(error.code)

function failed(file: string, error: unknown): IngestOutcome {
  if (error instanceof CodedError) return { kind: 'failed', file, code: error.code, message: error.message }
  const message = '程序没能读懂这个文件的内容，已跳过它，其他文件不受影响。请检查文件是否完整，或另存为纯文本后重试。'
  return { kind: 'failed', file, code: 'parse_failed', message }
}
