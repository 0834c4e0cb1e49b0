import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../../ingest/pipeline/open-library.ts'
import { createFailingFileSystem } from '../support/failing-file-system.ts'
import { inventReport } from '../support/invented-reports.ts'
import { characterAnalyzer, createInlineRunner, type FakeIngest } from '../support/library-fakes.ts'

let root = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'youju-disk-'))
  folder = path.join(root, 'in')
  mkdirSync(folder)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function open(dataDir: string, overrides: FakeIngest, unexpected: unknown[]): Promise<Library> {
  const onUnexpected = (error: unknown): void => void unexpected.push(error)
  const runner = createInlineRunner(dataDir, { onUnexpected, ...overrides })
  return openLibrary({ dataDir, runner, analyzerFingerprint: characterAnalyzer.fingerprint, embedderId: 'fake-1', onUnexpected })
}

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', 'disk_full'],
    ['EIO', 'library_write_failed'],
    ['EMFILE', 'library_write_failed'],
    ['short write', 'library_write_failed'],
  ])('with %s at each call in turn leaves the former generation and nothing else', async (how, code) => {
    const disk = createFailingFileSystem()
    const unexpected: unknown[] = []
    const dataDir = path.join(root, 'data')
    const library = await open(dataDir, { files: disk.files }, unexpected)
    writeFileSync(path.join(folder, 'r0.txt'), inventReport(0))
    const sources = [{ kind: 'path', path: folder } as const]
    const before = disk.calls()
    await library.ingestor.ingest(sources)
    const callsOfRun = disk.calls() - before
    let failed = 0
    for (let nth = 0; nth < callsOfRun; nth += 1) {
      const { generation, documents } = library.snapshot()
      writeFileSync(path.join(folder, 'r0.txt'), inventReport(100 + nth))
      disk.failAt(nth, how)
      const outcome = await library.ingestor.ingest(sources).then(
        () => null,
        (error: unknown) => error,
      )
      disk.failAt(Number.POSITIVE_INFINITY, '')
      if (how !== 'short write') expect(outcome, `call ${nth}`).not.toBeNull()
      if (outcome === null) continue
      failed += 1
      expect(outcome).toMatchObject({ code, message: expect.stringMatching(/[一-鿿]/) })
      expect(library.snapshot().generation).toBe(generation)
      expect(library.snapshot().documents).toBe(documents)
      expect(readdirSync(path.join(dataDir, 'index'))).toEqual([`gen-${generation}`])
    }
    expect(failed).toBeGreaterThanOrEqual(4)
    expect(unexpected).toEqual([])
    const healed = await library.ingestor.ingest(sources)
    expect(healed.generation).toBe(library.snapshot().generation)
    expect(library.snapshot().documents).toHaveLength(1)
    await library.close()
    console.log(`failing disk: ${how} at each of ${callsOfRun} calls, ${failed} runs refused, 0 temporary files left`)
  })
})

const canMount = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0

describe('a full disk', () => {
  let dataDir = ''
  let mounted = false
  beforeEach(() => {
    dataDir = path.join(root, 'small')
    mkdirSync(dataDir)
    mounted = canMount && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', dataDir]).status === 0
    if (!mounted) console.log('full disk: left out, a small tmpfs cannot be mounted here (not root)')
  })
  afterEach(() => {
    if (mounted) spawnSync('umount', ['-l', dataDir])
  })
  const filler = (): string => path.join(dataDir, 'filler')
  const fill = (megabytes: number): void => writeFileSync(filler(), new Uint8Array(megabytes * 1024 * 1024))
  /** Until nothing more goes in. */
  const fillUp = (): void => {
    const piece = new Uint8Array(4096)
    try {
      for (;;) appendFileSync(filler(), piece)
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' })
    }
  }
  const sources = () => [{ kind: 'path', path: folder } as const]

  it('is said at once, questions go on, and room makes all well again without a restart', async () => {
    if (!mounted) return
    const unexpected: unknown[] = []
    const library = await open(dataDir, {}, unexpected)
    writeFileSync(path.join(folder, 'r0.txt'), inventReport(0))
    await library.ingestor.ingest(sources())
    fill(36)
    writeFileSync(path.join(folder, 'r1.txt'), inventReport(1))
    const begun = performance.now()
    await expect(library.ingestor.ingest(sources())).rejects.toMatchObject({ code: 'disk_full', message: expect.stringContaining('MB') })
    const tookMs = performance.now() - begun
    expect(tookMs).toBeLessThan(20_000)
    expect(library.snapshot().documents).toHaveLength(1)
    expect(library.store.listDocuments()).toHaveLength(1)
    library.store.createConversation('磁盘将满时仍可提问')
    rmSync(filler())
    await library.ingestor.ingest(sources())
    expect(library.snapshot().documents).toHaveLength(2)
    expect(unexpected).toEqual([])
    await library.close()
    console.log(`full disk: refused after ${Math.round(tookMs)} ms`)
  })

  it.each(['staged', 'embedded', 'folder-made', 'files-written', 'folder-synced'])(
    'that fills up after the step "%s" loses nothing',
    async (step) => {
      if (!mounted) return
      let armed = false
      const unexpected: unknown[] = []
      const onStep = (reached: string): void => {
        if (armed && reached === step) fillUp()
      }
      const library = await open(dataDir, { onStep }, unexpected)
      writeFileSync(path.join(folder, 'r0.txt'), inventReport(0))
      await library.ingestor.ingest(sources())
      writeFileSync(path.join(folder, 'r1.txt'), inventReport(1, 2_000))
      armed = true
      await expect(library.ingestor.ingest(sources())).rejects.toMatchObject({ code: 'disk_full' })
      armed = false
      expect(library.snapshot().generation).toBe(1)
      expect(readdirSync(path.join(dataDir, 'index'))).toEqual(['gen-1'])
      expect(library.store.listDocuments()).toHaveLength(1)
      expect(library.store.integrityCheck()).toBe(true)
      rmSync(filler())
      await library.ingestor.ingest(sources())
      expect(library.snapshot().documents).toHaveLength(2)
      await library.close()
    },
  )
})
