import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { Embedder } from '../../ingest/embedding/embedder.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { describeRebuild } from '../../ingest/pipeline/describe-rebuild.ts'
import { type Library, openLibrary } from '../../ingest/pipeline/open-library.ts'
import { createRetriever } from '../../server/retrieval/retriever.ts'
import { NO_FILTER } from '../../server/retrieval/row-filter.ts'
import { inventReport, writeReports } from '../support/invented-reports.ts'
import { characterAnalyzer, createFakeEmbedder, createInlineRunner } from '../support/library-fakes.ts'

const CHILD = path.resolve(import.meta.dirname, '../support/re-embed-until-killed.ts')

let root = ''
let pristine = ''
let dataDir = ''
let open: Library | undefined
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'youju-re-embed-'))
  pristine = path.join(root, 'pristine')
  const folder = path.join(root, 'in')
  writeReports(folder, 12, 120)
  const library = await start(createFakeEmbedder('fake-1'), pristine)
  await library.ingestor.ingest([{ kind: 'path', path: folder }])
  await library.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
beforeEach(() => {
  dataDir = path.join(root, 'copy')
  cpSync(pristine, dataDir, { recursive: true })
})
afterEach(async () => {
  await open?.close()
  open = undefined
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(embedder: Embedder, folder = dataDir, unexpected: unknown[] = []): Promise<Library> {
  const onUnexpected = (error: unknown): void => void unexpected.push(error)
  open = await openLibrary({
    dataDir: folder,
    runner: createInlineRunner(folder, { embedder, onUnexpected }),
    analyzerFingerprint: characterAnalyzer.fingerprint,
    embedderId: embedder.id,
    serveMeanwhile: { analyzer: characterAnalyzer, embedder },
    retryAfterMs: 5,
    onUnexpected,
  })
  return open
}

/** An encoder that waits before each call until it is let go. */
function createHeldEmbedder(id: string): Embedder & { release(): void; readonly asked: Promise<void> } {
  const embedder = createFakeEmbedder(id, 8)
  let release = (): void => undefined
  let ask = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const asked = new Promise<void>((resolve) => {
    ask = resolve
  })
  return {
    ...embedder,
    asked,
    release: () => release(),
    async embed(texts) {
      ask()
      await held
      return embedder.embed(texts)
    },
  }
}

async function search(snapshot: LibrarySnapshot, embedder: Embedder): Promise<readonly { readonly lexical: number; readonly cosine: number }[]> {
  const retriever = createRetriever({ analyzer: characterAnalyzer, embedder, synonyms: () => [] })
  const query = { parts: [{ text: '投资', weight: 1 }], text: '投资', filter: NO_FILTER, limit: 5 }
  return (await retriever.retrieve(snapshot, query)).evidence
}

describe('a library that another encoder made', () => {
  it('answers by words while its text is embedded anew, says how far it is, and then by meaning too', async () => {
    const embedder = createHeldEmbedder('fake-2')
    const library = await start(embedder)
    const before = library.snapshot()
    expect(before).toMatchObject({ generation: 1, embedderId: 'fake-1' })
    await embedder.asked
    const state = library.rebuilding()
    expect(state).toMatchObject({ reason: 'encoder', failure: null, progress: { phase: 'embedding', done: 0 } })
    expect(state && describeRebuild(state)).toMatch(/换了语义编码器.*计算向量 0\/\d+.*|只按字词检索/)
    // Vectors of one encoder are never compared with those of another.
    const found = await search(library.snapshot(), createFakeEmbedder('fake-2', 8))
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ lexical, cosine }) => lexical > 0 && cosine === 0)).toBe(true)

    embedder.release()
    await library.upToDate()
    expect(library.rebuilding()).toBeNull()
    const after = library.snapshot()
    expect(after).toMatchObject({ generation: 2, embedderId: 'fake-2', vectors: { dimension: 8 } })
    expect(after.documents.map(({ document }) => document.text)).toEqual(before.documents.map(({ document }) => document.text))
    expect((await search(after, createFakeEmbedder('fake-2', 8))).some(({ cosine }) => cosine > 0)).toBe(true)
    expect(readdirSync(path.join(dataDir, 'index'))).toEqual(['gen-2'])
    // Who began with the former generation keeps it.
    expect((await search(before, createFakeEmbedder('fake-1'))).some(({ cosine }) => cosine > 0)).toBe(true)
  })

  it('takes new documents in after the work at hand', async () => {
    const embedder = createHeldEmbedder('fake-2')
    const library = await start(embedder)
    const upload = library.ingestor.ingest([{ kind: 'upload', name: '新.txt', bytes: new TextEncoder().encode(inventReport(99)) }])
    embedder.release()
    expect((await upload).outcomes).toMatchObject([{ kind: 'added', file: '新.txt' }])
    expect(library.snapshot()).toMatchObject({ generation: 3, embedderId: 'fake-2' })
    expect(library.snapshot().documents).toHaveLength(13)
  })

  it('tries again when the encoder fails, and keeps answering', async () => {
    const sound = createFakeEmbedder('fake-2')
    let fails = true
    const flaky: Embedder = {
      ...sound,
      embed: async (texts) => {
        if (fails) throw new CodedError('embedding_unreachable', '向量接口连不上。')
        return sound.embed(texts)
      },
    }
    const unexpected: unknown[] = []
    const library = await start(flaky, dataDir, unexpected)
    await expect.poll(() => library.rebuilding()?.failure).toBe('向量接口连不上。')
    expect(library.snapshot().generation).toBe(1)
    fails = false
    await library.upToDate()
    expect(library.snapshot()).toMatchObject({ generation: 2, embedderId: 'fake-2' })
    expect(unexpected).toMatchObject([{ code: 'embedding_unreachable' }])
  })

  it('goes on at the next start where it was stopped', async () => {
    const embedder = createHeldEmbedder('fake-2')
    const library = await start(embedder)
    await embedder.asked
    const closing = library.close()
    embedder.release()
    await closing
    const again = createFakeEmbedder('fake-2', 8)
    const reopened = await start(again)
    expect(reopened.snapshot().generation).toBe(1)
    await reopened.upToDate()
    expect(reopened.snapshot()).toMatchObject({ generation: 2, embedderId: 'fake-2' })
    const texts = new Set(reopened.snapshot().sentences.map(({ sentence }) => sentence.text)).size
    expect(again.calls.length).toBeLessThan(texts)
  })

  it('loses nothing to kill -9 in the middle, and embeds only what was not embedded yet', async () => {
    const { output, signal } = await runChild([dataDir, 'fake-3', '3'])
    expect(output).toBe('serving 1\n')
    expect(signal).toBe('SIGKILL')
    const embedder = createFakeEmbedder('fake-3')
    const library = await start(embedder)
    expect(library.snapshot()).toMatchObject({ generation: 1, embedderId: 'fake-1' })
    expect(library.snapshot().documents).toHaveLength(12)
    await library.upToDate()
    const texts = new Set(library.snapshot().sentences.map(({ sentence }) => sentence.text)).size
    expect(embedder.calls).toHaveLength(texts - 2 * 256)
    expect(library.store.integrityCheck()).toBe(true)
  })
})

describe('a library whose index is damaged', () => {
  it('opens at once over its kept text and vectors, and is rebuilt behind the answers', async () => {
    rmSync(path.join(dataDir, 'index'), { recursive: true })
    const embedder = createFakeEmbedder('fake-1')
    const unexpected: unknown[] = []
    const library = await start(embedder, dataDir, unexpected)
    expect(library.rebuilding()).toMatchObject({ reason: 'damaged' })
    expect(library.snapshot()).toMatchObject({ generation: 1, embedderId: 'fake-1' })
    expect((await search(library.snapshot(), embedder)).some(({ lexical, cosine }) => lexical > 0 && cosine > 0)).toBe(true)
    await library.upToDate()
    expect(library.snapshot()).toMatchObject({ generation: 2, embedderId: 'fake-1' })
    expect(unexpected).toMatchObject([{ code: 'index_damaged' }])
  })

  it('is searched by words where the encoder changed as well', async () => {
    rmSync(path.join(dataDir, 'index', 'gen-1', 'manifest.json'))
    const embedder = createHeldEmbedder('fake-2')
    const library = await start(embedder)
    expect(library.snapshot()).toMatchObject({ generation: 1, vectors: null, embedderId: null })
    expect((await search(library.snapshot(), createFakeEmbedder('fake-2', 8))).length).toBeGreaterThan(0)
    embedder.release()
    await library.upToDate()
    expect(library.snapshot()).toMatchObject({ generation: 2, embedderId: 'fake-2' })
  })
})

describe('an encoder that becomes known later', () => {
  it('leads to a rebuild only where the index is another one’s', async () => {
    const embedder = createFakeEmbedder('fake-1')
    const onUnexpected = (error: unknown): void => {
      throw error
    }
    open = await openLibrary({
      dataDir,
      runner: createInlineRunner(dataDir, { embedder: createFakeEmbedder('fake-2'), onUnexpected }),
      analyzerFingerprint: characterAnalyzer.fingerprint,
      embedderId: null,
      serveMeanwhile: { analyzer: characterAnalyzer, embedder },
      onUnexpected,
    })
    expect(open.rebuilding()).toBeNull()
    open.requireEncoder('fake-1')
    expect(open.rebuilding()).toBeNull()
    open.requireEncoder('fake-2')
    expect(open.rebuilding()).toMatchObject({ reason: 'encoder' })
    await open.upToDate()
    expect(open.snapshot()).toMatchObject({ generation: 2, embedderId: 'fake-2' })
  })
})

function runChild(parameters: readonly string[]): Promise<{ output: string; signal: string | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += String(chunk)
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => resolve({ output, signal }))
  })
}
