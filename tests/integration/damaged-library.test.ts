import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { createNodeFileSystem } from '../../ingest/index/file-system.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { openBundle } from '../../ingest/index/open-bundle.ts'
import { openLibraryDatabase } from '../../ingest/library/open-library-database.ts'
import { type Library, openLibrary } from '../../ingest/pipeline/open-library.ts'
import { openLibraryToRead } from '../../ingest/pipeline/open-library-to-read.ts'
import { writeReports } from '../support/invented-reports.ts'
import { characterAnalyzer, createFakeEmbedder, createInlineRunner, type FakeIngest } from '../support/library-fakes.ts'
import { createRandom } from '../support/random.ts'

const SEED = 20_260_102
const FLIPS = 400
const TRUNCATIONS = 60
const DATABASE_FLIPS = 120

let root = ''
let pristine = ''
let expected: LibrarySnapshot
let manifestSha256 = ''

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'youju-damage-'))
  pristine = path.join(root, 'pristine')
  const folder = path.join(root, 'in')
  writeReports(folder, 4, 30)
  const { library } = await open(pristine)
  await library.ingestor.ingest([{ kind: 'path', path: folder }])
  expected = library.snapshot()
  const { id } = library.store.createConversation('投资情况')
  library.store.addTurn({ id: 't1', conversationId: id, question: '完成投资多少？', answer: { answer: '未知' } })
  await library.close()
  const database = openLibraryDatabase(pristine)
  manifestSha256 = database.generations.current().manifestSha256
  database.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function open(dataDir: string, overrides: FakeIngest = {}): Promise<{ library: Library; unexpected: unknown[] }> {
  const unexpected: unknown[] = []
  const onUnexpected = (error: unknown): void => void unexpected.push(error)
  const runner = createInlineRunner(dataDir, overrides)
  const library = await openLibrary({ dataDir, runner, analyzerFingerprint: characterAnalyzer.fingerprint, embedderId: 'fake-1', onUnexpected })
  return { library, unexpected }
}

function damagedCopy(damage: (dataDir: string) => void): string {
  const copy = path.join(root, 'copy')
  rmSync(copy, { recursive: true, force: true })
  cpSync(pristine, copy, { recursive: true })
  damage(copy)
  return copy
}

function flip(file: string, random: () => number): void {
  const bytes = readFileSync(file)
  const at = Math.floor(random() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  writeFileSync(file, bytes)
}

const bundleOf = (dataDir: string): string => path.join(dataDir, 'index', 'gen-1')
const bundleFiles = (): string[] => readdirSync(bundleOf(pristine))

describe('a damaged bundle', () => {
  const tryOpen = (dataDir: string) => openBundle(createNodeFileSystem(), null, bundleOf(dataDir), manifestSha256)

  it('is whole before it is damaged', async () => {
    await expect(tryOpen(pristine)).resolves.toMatchObject({ manifest: { generation: 1 } })
  })

  it(`is found out after each of ${FLIPS} single flipped bits and ${TRUNCATIONS} truncations`, async () => {
    const random = createRandom(SEED)
    const files = bundleFiles()
    let found = 0
    const copy = damagedCopy(() => undefined)
    for (let round = 0; round < FLIPS + TRUNCATIONS; round += 1) {
      const name = files[round % files.length] ?? ''
      const file = path.join(bundleOf(copy), name)
      const whole = readFileSync(file)
      if (round < FLIPS) flip(file, random)
      else writeFileSync(file, whole.subarray(0, Math.floor(random() * whole.length)))
      await expect(tryOpen(copy), name).rejects.toMatchObject({ code: 'index_damaged' })
      writeFileSync(file, whole)
      found += 1
    }
    await expect(tryOpen(copy)).resolves.toMatchObject({ manifest: { generation: 1 } })
    console.log(`damaged bundles: seed ${SEED}, ${FLIPS} flips and ${TRUNCATIONS} truncations, ${found} found out`)
  })

  const damages: [string, (dataDir: string) => void][] = [
    ['a flipped byte in each file', (dataDir) => bundleFiles().map((name) => flip(path.join(bundleOf(dataDir), name), createRandom(SEED)))],
    ['an empty postings file', (dataDir) => writeFileSync(path.join(bundleOf(dataDir), 'sentences.postings'), '')],
    ['swapped files', (dataDir) => cpSync(path.join(bundleOf(dataDir), 'passages.postings'), path.join(bundleOf(dataDir), 'sentences.postings'))],
    ['no manifest', (dataDir) => rmSync(path.join(bundleOf(dataDir), 'manifest.json'))],
    ['a manifest that is not JSON', (dataDir) => writeFileSync(path.join(bundleOf(dataDir), 'manifest.json'), '{')],
    ['no vectors', (dataDir) => rmSync(path.join(bundleOf(dataDir), 'vectors.f32'))],
    ['no bundle at all', (dataDir) => rmSync(path.join(dataDir, 'index'), { recursive: true })],
  ]
  it.each(damages)('is rebuilt from the library at the next start: %s', async (_name, damage) => {
    const embedder = createFakeEmbedder()
    const { library, unexpected } = await open(damagedCopy(damage), { embedder })
    expect(unexpected).toMatchObject([{ code: 'index_damaged' }])
    expect(library.snapshot().generation).toBe(2)
    expect(library.snapshot().fingerprint).toBe(expected.fingerprint)
    expect(library.snapshot().documents).toEqual(expected.documents)
    expect(embedder.calls).toEqual([])
    await library.close()
  })

  it('of another analyzer or encoder is rebuilt too', async () => {
    const dataDir = damagedCopy(() => undefined)
    const embedder = createFakeEmbedder('fake-2', 8)
    const analyzer = { ...characterAnalyzer, fingerprint: 'characters-2' }
    const runner = createInlineRunner(dataDir, { embedder, analyzer })
    const onUnexpected = (error: unknown): void => {
      throw error
    }
    const library = await openLibrary({ dataDir, runner, analyzerFingerprint: 'characters-2', embedderId: 'fake-2', onUnexpected })
    expect(library.snapshot()).toMatchObject({ generation: 2, embedderId: 'fake-2', vectors: { dimension: 8 } })
    await library.close()
  })
})

describe('a library that is only read', () => {
  const read = (dataDir: string) => openLibraryToRead(dataDir, characterAnalyzer, createFakeEmbedder())

  it('is the committed generation, also while another process holds the lock', async () => {
    const dataDir = damagedCopy(() => undefined)
    const { library } = await open(dataDir)
    const snapshot = await read(dataDir)
    expect(snapshot.fingerprint).toBe(expected.fingerprint)
    expect(snapshot.documents).toEqual(expected.documents)
    await library.close()
  })

  it('is indexed in memory when its bundle is damaged, and nothing on the disk changes', async () => {
    const dataDir = damagedCopy((copy) => rmSync(path.join(bundleOf(copy), 'manifest.json')))
    const snapshot = await read(dataDir)
    expect(snapshot.fingerprint).toBe(expected.fingerprint)
    expect(snapshot.vectors?.count).toBe(expected.sentences.length)
    const [scores, wanted] = [new Float32Array(snapshot.sentences.length), new Float32Array(expected.sentences.length)]
    snapshot.sentencePostings.score(new Map([['投资', 1]]), scores)
    expected.sentencePostings.score(new Map([['投资', 1]]), wanted)
    expect(scores).toEqual(wanted)
    expect(readdirSync(bundleOf(dataDir))).not.toContain('manifest.json')
  })

  it('says so when there is none', async () => {
    await expect(read(path.join(root, 'nowhere'))).rejects.toMatchObject({ code: 'library_missing' })
  })
})

describe('a damaged database', () => {
  it(`never gives wrong text and never crashes: ${DATABASE_FLIPS} flipped bits`, async () => {
    const random = createRandom(SEED + 1)
    const counts = { refused: 0, restored: 0, harmless: 0 }
    for (let round = 0; round < DATABASE_FLIPS; round += 1) {
      const dataDir = damagedCopy((copy) => flip(path.join(copy, 'library.db'), random))
      const damaged = readFileSync(path.join(dataDir, 'library.db'))
      try {
        const { library, unexpected } = await open(dataDir)
        const { documents } = library.snapshot()
        expect(documents.map(({ document }) => [document.file, document.text, document.sentences])).toEqual(
          expected.documents.map(({ document }) => [document.file, document.text, document.sentences]),
        )
        counts[unexpected.length > 0 ? 'restored' : 'harmless'] += 1
        await library.close()
      } catch (error) {
        if (!(error instanceof CodedError)) throw error
        expect(['library_damaged', 'library_too_new', 'library_write_failed']).toContain(error.code)
        expect(readFileSync(path.join(dataDir, 'library.db')).length).toBe(damaged.length)
        counts.refused += 1
      }
    }
    console.log(`damaged databases: seed ${SEED + 1}, ${DATABASE_FLIPS} flips: ${JSON.stringify(counts)}`)
    expect(counts.refused + counts.restored).toBeGreaterThan(0)
  })

  it('is left as it is, and the way out is named in Chinese', async () => {
    const rubbish = Buffer.from('这不是数据库'.repeat(1_000))
    const dataDir = damagedCopy((copy) => writeFileSync(path.join(copy, 'library.db'), rubbish))
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'library_damaged', message: expect.stringMatching(/损坏.*备份/) })
    expect(readFileSync(path.join(dataDir, 'library.db'))).toEqual(rubbish)
    // Refusing frees the folder again.
    writeFileSync(path.join(dataDir, 'library.db'), readFileSync(path.join(pristine, 'library.db')))
    await (await open(dataDir)).library.close()
  })
})
