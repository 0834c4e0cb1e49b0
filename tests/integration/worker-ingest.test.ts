import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { type Library, openLibrary } from '../../ingest/pipeline/open-library.ts'
import { createWorkerRunner } from '../../ingest/pipeline/worker-runner.ts'
import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { inventReport, writeReports } from '../support/invented-reports.ts'

let root = ''
let folder = ''
let library: Library | undefined
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'youju-worker-'))
  folder = path.join(root, 'in')
  mkdirSync(folder)
})
afterEach(async () => {
  await library?.close()
  rmSync(root, { recursive: true, force: true })
})

async function start(): Promise<Library> {
  const dataDir = path.join(root, 'data')
  const { segmenter } = await openSegmenter()
  const onUnexpected = (error: unknown): void => {
    throw error
  }
  const runner = createWorkerRunner({ dataDir, embedding: { kind: 'none' } }, onUnexpected)
  library = await openLibrary({ dataDir, runner, analyzerFingerprint: createAnalyzer(segmenter).fingerprint, embedderId: null, onUnexpected })
  return library
}

it('ingests in another thread with the real dictionary, and this thread goes on meanwhile', async () => {
  writeReports(folder, 30, 60)
  const opened = await start()
  const phases = new Set<string>()
  let ticks = 0
  const timer = setInterval(() => {
    ticks += 1
  }, 5)
  const report = await opened.ingestor.ingest([{ kind: 'path', path: folder }], ({ phase }) => phases.add(phase))
  clearInterval(timer)
  expect(report.outcomes).toHaveLength(30)
  expect([...phases]).toEqual(['reading', 'parsing', 'indexing', 'committing'])
  expect(opened.snapshot().documents).toHaveLength(30)
  expect(opened.snapshot().sentencePostings.rows('投资').length).toBeGreaterThan(30)
  expect(ticks).toBeGreaterThan(20)
})

it('brings failures back with their code, and takes the next run', async () => {
  const opened = await start()
  const unknown = opened.ingestor.correct('d0000000000000000' as Parameters<typeof opened.ingestor.correct>[0], { title: '新' })
  await expect(unknown).rejects.toMatchObject({ code: 'document_not_found' })
  await expect(unknown).rejects.toBeInstanceOf(CodedError)
  const bytes = new TextEncoder().encode(inventReport(1))
  await opened.ingestor.ingest([{ kind: 'upload', name: '报告.txt', bytes }])
  expect(opened.snapshot().documents).toHaveLength(1)
})

it('stops when told to, for the reason given, and leaves the library as it was', async () => {
  writeReports(folder, 40, 200)
  const opened = await start()
  const controller = new AbortController()
  const reason = new CodedError('server_stopping', '服务器正在停止')
  const run = opened.ingestor.ingest(
    [{ kind: 'path', path: folder }],
    // As early as it can be in the middle of the work: this thread may hear of it late.
    ({ phase, done }) => phase === 'parsing' && done > 0 && controller.abort(reason),
    controller.signal,
  )
  await expect(run).rejects.toBe(reason)
  expect(opened.snapshot().generation).toBe(0)
  expect(opened.store.listDocuments()).toEqual([])
})
