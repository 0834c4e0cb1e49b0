import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../../ingest/pipeline/open-library.ts'
import { characterAnalyzer, createFakeEmbedder, createInlineRunner, type FakeIngest } from '../support/library-fakes.ts'

let root = ''
let folder = ''
let open: Library | undefined
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'youju-ingest-'))
  folder = path.join(root, 'in')
  mkdirSync(folder)
})
afterEach(async () => {
  await open?.close()
  open = undefined
  rmSync(root, { recursive: true, force: true })
})

async function start(overrides: FakeIngest = {}, embedderId: string | null = 'fake-1'): Promise<Library> {
  await open?.close()
  const dataDir = path.join(root, 'data')
  open = await openLibrary({
    dataDir,
    runner: createInlineRunner(dataDir, overrides),
    analyzerFingerprint: characterAnalyzer.fingerprint,
    embedderId,
    onUnexpected: (error) => {
      throw error
    },
  })
  return open
}

const report = (year: number, figure: string): string =>
  `${year}年青禾市政府工作报告\n\n各位代表：\n\n一、${year - 1}年工作回顾\n\n去年，全市粮食产量${figure}万吨，增长3.2%。新建学校五所。\n\n二、${year}年工作安排\n\n今年，力争粮食产量增长4%左右。\n`
const put = (name: string, text: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}
const kinds = (result: { outcomes: readonly { kind: string; file: string }[] }): string[] =>
  result.outcomes.map((outcome) => `${outcome.kind} ${outcome.file}`).sort()

describe('ingest of a folder', () => {
  it('takes in text files of all sub-folders and finds their sentences', async () => {
    put('a.txt', report(2031, '12.5'))
    put('deep/b.md', report(2032, '13.1'))
    put('picture.png', 'not for us')
    put('.hidden.txt', '不读')
    const library = await start()
    const result = await library.ingestor.ingest([{ kind: 'path', path: folder }])
    expect(kinds(result)).toEqual(['added a.txt', 'added b.md'])
    const snapshot = library.snapshot()
    expect(snapshot.generation).toBe(1)
    expect(snapshot.documents.map(({ document }) => document.file)).toEqual(['a.txt', 'b.md'])
    const scores = new Float32Array(snapshot.sentences.length)
    snapshot.sentencePostings.score(new Map([['产量', 1]]), scores)
    const best = snapshot.sentences[scores.indexOf(Math.max(...scores))]
    expect(best?.sentence.text).toContain('产量')
    expect(snapshot.vectors?.count).toBe(snapshot.sentences.length)
    expect(library.store.listDocuments()).toHaveLength(2)
    for (const { document } of snapshot.documents) {
      for (const sentence of document.sentences) expect(document.text.slice(sentence.range.start, sentence.range.end)).not.toBe('')
    }
  })

  it('skips what is unchanged, replaces what changed, and removes what went from the folder', async () => {
    put('a.txt', report(2031, '12.5'))
    put('b.txt', report(2032, '13.1'))
    put('c.txt', report(2033, '14.2'))
    const library = await start()
    const sources = [{ kind: 'path', path: folder } as const]
    await library.ingestor.ingest(sources)
    const again = await library.ingestor.ingest(sources)
    expect(kinds(again)).toEqual(['unchanged a.txt', 'unchanged b.txt', 'unchanged c.txt'])
    expect(again.generation).toBe(1)
    const before = library.snapshot()
    put('b.txt', report(2032, '99.9'))
    rmSync(path.join(folder, 'c.txt'))
    const changed = await library.ingestor.ingest(sources)
    expect(kinds(changed)).toEqual(['removed c.txt', 'unchanged a.txt', 'updated b.txt'])
    expect(library.snapshot().documents.map(({ document }) => document.text.includes('99.9'))).toEqual([false, true])
    expect(before.documents).toHaveLength(3)
    expect(library.snapshot().documents[0]?.document).toBe(before.documents[0]?.document)
  })

  it('reports bad files and takes in the others', async () => {
    put('good.txt', report(2031, '1'))
    put('empty.txt', '')
    put(
      'binary.txt',
      new Uint8Array(2000).map((_, at) => (at * 7) % 256),
    )
    put('sidecar.txt', report(2032, '2'))
    put('sidecar.meta.json', '{"year": "二〇三二"}')
    const library = await start()
    const result = await library.ingestor.ingest([
      { kind: 'path', path: folder },
      { kind: 'path', path: path.join(root, 'nowhere') },
      { kind: 'upload', name: '表格.xlsx', bytes: new Uint8Array([1]) },
      { kind: 'upload', name: '../..', bytes: new Uint8Array([1]) },
    ])
    const codes = Object.fromEntries(result.outcomes.map((outcome) => [outcome.file, outcome.kind === 'failed' ? outcome.code : outcome.kind]))
    expect(codes).toMatchObject({
      'good.txt': 'added',
      'empty.txt': 'empty_file',
      'sidecar.txt': 'invalid_sidecar',
      nowhere: 'file_not_found',
      '表格.xlsx': 'unsupported_format',
    })
    expect(['not_text', 'undecodable']).toContain(codes['binary.txt'])
    for (const outcome of result.outcomes) if (outcome.kind === 'failed') expect(outcome.message).toMatch(/请/)
    expect(library.snapshot().documents).toHaveLength(1)
  })

  it('keeps the old version of a file that became unreadable', async () => {
    put('a.txt', report(2031, '12.5'))
    const library = await start()
    await library.ingestor.ingest([{ kind: 'path', path: folder }])
    put('a.txt', '')
    const result = await library.ingestor.ingest([{ kind: 'path', path: folder }])
    expect(result.outcomes).toMatchObject([{ kind: 'failed', code: 'empty_file' }])
    expect(library.snapshot().documents).toHaveLength(1)
  })

  it('embeds only sentences that are new', async () => {
    put('a.txt', report(2031, '12.5'))
    const embedder = createFakeEmbedder()
    const library = await start({ embedder })
    await library.ingestor.ingest([{ kind: 'path', path: folder }])
    embedder.calls.length = 0
    put('a.txt', report(2031, '12.6'))
    await library.ingestor.ingest([{ kind: 'path', path: folder }])
    expect(embedder.calls).toHaveLength(1)
    expect(embedder.calls[0]).toContain('12.6')
  })

  it('lets a sidecar file and then a user say what the text does not', async () => {
    put('a.txt', report(2031, '12.5'))
    put('a.txt.meta.json', '{"issuer": "青禾市人民政府办公室", "note": "x"}')
    const library = await start()
    const [added] = (await library.ingestor.ingest([{ kind: 'path', path: folder }])).outcomes
    const issuer = () => library.snapshot().documents[0]?.document.metadata.issuer
    expect(issuer()).toBe('青禾市人民政府办公室')
    if (added?.kind !== 'added') throw new Error('not added')
    await library.ingestor.correct(added.documentId, { issuer: '青禾市人民政府' })
    expect(issuer()).toBe('青禾市人民政府')
    await library.ingestor.correct(added.documentId, { issuer: null })
    expect(issuer()).toBe('青禾市人民政府办公室')
    rmSync(path.join(folder, 'a.txt.meta.json'))
    expect(kinds(await library.ingestor.ingest([{ kind: 'path', path: folder }]))).toEqual(['updated a.txt'])
    expect(issuer()).not.toBe('青禾市人民政府办公室')
    await expect(library.ingestor.correct('d0000000000000000' as typeof added.documentId, {})).rejects.toMatchObject({ code: 'document_not_found' })
  })
})

describe('uploads', () => {
  const bytes = new TextEncoder().encode(report(2031, '12.5'))

  it('become one document when the same file comes twice at once', async () => {
    const library = await start()
    const upload = { kind: 'upload', name: '报告.txt', bytes } as const
    const results = await Promise.all([library.ingestor.ingest([upload]), library.ingestor.ingest([upload, upload])])
    expect(results.flatMap(kinds)).toEqual(['added 报告.txt', 'unchanged 报告.txt', 'unchanged 报告.txt'])
    const ids = library.snapshot().documents.map(({ document }) => document.id)
    expect(ids).toHaveLength(1)
    for (const id of ids) expect(Buffer.compare(library.store.originalBytes(id) ?? new Uint8Array(), bytes)).toBe(0)
  })

  it('are removed by id, with their bytes', async () => {
    const library = await start()
    const [added] = (await library.ingestor.ingest([{ kind: 'upload', name: '../x/报告.txt', bytes }])).outcomes
    if (added?.kind !== 'added') throw new Error('not added')
    expect(added.file).toBe('报告.txt')
    expect(kinds(await library.ingestor.remove([added.documentId, added.documentId]))).toEqual(['removed 报告.txt'])
    expect(library.snapshot().documents).toEqual([])
    expect(library.store.originalBytes(added.documentId)).toBeUndefined()
    expect((await library.ingestor.remove([added.documentId])).generation).toBe(2)
  })
})

describe('a library opened again', () => {
  it('holds the same generation, byte for byte', async () => {
    put('a.txt', report(2031, '12.5'))
    let library = await start()
    await library.ingestor.ingest([{ kind: 'path', path: folder }])
    const before = library.snapshot()
    library = await start()
    expect(library.snapshot().fingerprint).toBe(before.fingerprint)
    expect(library.snapshot().documents).toEqual(before.documents)
    expect(library.snapshot()).not.toBe(before)
  })

  it('refuses a second writer without waiting for long, and tells why', async () => {
    await start()
    const dataDir = path.join(root, 'data')
    const times: number[] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const begun = performance.now()
      const second = openLibrary({
        dataDir,
        runner: createInlineRunner(dataDir),
        analyzerFingerprint: '',
        embedderId: null,
        onUnexpected: () => undefined,
      })
      await expect(second).rejects.toMatchObject({ code: 'data_dir_locked' })
      times.push(performance.now() - begun)
    }
    // Waiting for the lock as for a writer's takes five seconds; a busy machine does not stand still three times.
    expect(Math.min(...times)).toBeLessThan(3_000)
  })
})
