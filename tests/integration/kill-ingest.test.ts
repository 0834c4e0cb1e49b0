import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PROTOCOL_STEPS } from '../../ingest/pipeline/ingest-dependencies.ts'
import type { IngestOutcome } from '../../ingest/pipeline/ingestor.ts'
import { openLibrary } from '../../ingest/pipeline/open-library.ts'
import { inventReport } from '../support/invented-reports.ts'
import { characterAnalyzer, createInlineRunner } from '../support/library-fakes.ts'
import { createRandom } from '../support/random.ts'

const SEED = Number(process.env.KILL_SEED ?? 20_260_101)
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 2)
const RANDOM_KILLS = 5 * ROUNDS
const CHILD = path.resolve(import.meta.dirname, '../support/ingest-until-killed.ts')

let root = ''
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'youju-kill-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface ChildEnd {
  readonly killed: boolean
  readonly acknowledged: readonly IngestOutcome[] | null
  readonly errors: string
}

/** @param killAfterMs kills it so long after it began to ingest, before or after its work is done: it waits for that; null leaves that to the step */
function ingestInChild(dataDir: string, folder: string, step: string, killAfterMs: number | null): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dataDir, folder, killAfterMs === null ? step : 'whenever'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let errors = ''
    let timer: NodeJS.Timeout | undefined
    child.stderr.on('data', (chunk) => {
      errors += String(chunk)
    })
    child.stdout.on('data', (chunk) => {
      output += String(chunk)
      if (killAfterMs !== null && output.includes('ready')) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      clearTimeout(timer)
      const told = /^acknowledged (.*)$/m.exec(output)
      resolve({ killed: signal === 'SIGKILL', acknowledged: told ? (JSON.parse(told[1] ?? '') as IngestOutcome[]) : null, errors })
    })
  })
}

/** Opens what the dead process left and looks at all of it. */
async function examine(dataDir: string, versions: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const begun = performance.now()
  const onUnexpected = (error: unknown): void => {
    throw error
  }
  const runner = createInlineRunner(dataDir)
  const library = await openLibrary({ dataDir, runner, analyzerFingerprint: characterAnalyzer.fingerprint, embedderId: 'fake-1', onUnexpected })
  expect(performance.now() - begun).toBeLessThan(20_000)
  expect(library.store.integrityCheck()).toBe(true)
  const snapshot = library.snapshot()
  expect(snapshot.generation).toBe(library.store.currentGeneration())
  expect(readdirSync(path.join(dataDir, 'index'))).toEqual(snapshot.generation === 0 ? [] : [`gen-${snapshot.generation}`])
  expect(snapshot.sentencePostings.count).toBe(snapshot.sentences.length)
  if (snapshot.generation > 0) expect(snapshot.vectors?.count).toBe(snapshot.sentences.length)
  expect(library.store.listDocuments()).toHaveLength(snapshot.documents.length)
  for (const { document } of snapshot.documents) {
    expect(versions.has(document.text), `${document.file} is one of the texts that were ever written`).toBe(true)
    expect(document.sentences.at(-1)?.text).toMatch(/终。/)
    expect(library.store.originalBytes(document.id)).toEqual(Buffer.from(document.text))
  }
  const held = new Map(snapshot.documents.map(({ document }) => [document.file, document.text]))
  await library.close()
  return held
}

it('loses nothing that was acknowledged and shows nothing by half, wherever the process is killed', async () => {
  const dataDir = path.join(root, 'data')
  const folder = path.join(root, 'in')
  mkdirSync(folder)
  const random = createRandom(SEED)
  const kills: { step: string; afterMs: number | null }[] = [
    ...Array.from({ length: ROUNDS }, () => PROTOCOL_STEPS.map((step) => ({ step, afterMs: null }))).flat(),
    ...Array.from({ length: RANDOM_KILLS }, () => ({ step: '', afterMs: Math.floor(random() * 80) })),
  ]
  // Every sixth run is left to its end, so that there is something acknowledged for the kills after it to lose.
  const plan = kills.flatMap((kill, index) => (index % 5 === 4 ? [kill, { step: '', afterMs: null }] : [kill]))
  const versions = new Set<string>()
  /** By file: the text that was promised to be there. */
  let promised: ReadonlyMap<string, string> = new Map()
  let onDisk = new Map<string, string>()
  const counts = { kills: 0, acknowledged: 0 }
  for (const [index, { step, afterMs }] of plan.entries()) {
    // Each time one new file, and every third time a changed one as well.
    const changes = new Map([[`r${index}.txt`, inventReport(index)]])
    if (index % 3 === 2) changes.set(`r${Math.floor(random() * index)}.txt`, inventReport(1_000 + index))
    for (const [file, text] of changes) {
      writeFileSync(path.join(folder, file), text)
      versions.add(text)
    }
    onDisk = new Map([...onDisk, ...changes])
    const end = await ingestInChild(dataDir, folder, step, afterMs)
    if (step === '' && afterMs === null) expect(end.acknowledged, end.errors).not.toBeNull()
    else expect(end.killed, end.errors).toBe(true)
    counts.kills += end.killed ? 1 : 0
    const held = await examine(dataDir, versions)
    if (end.acknowledged) {
      counts.acknowledged += 1
      promised = onDisk
    }
    // Every promised file is there, as promised or in a newer state whose ingest was cut off after its commit.
    for (const [file, text] of promised) expect([text, onDisk.get(file)]).toContain(held.get(file))
    // After the commit the generation is there even though nobody was told.
    if (step === 'committed' || step === 'swept') expect(held).toEqual(onDisk)
    if (['committed', 'swept'].includes(step) || end.acknowledged) promised = held
  }
  // Once more, undisturbed: everything is there, and nothing is left over.
  const last = await ingestInChild(dataDir, folder, '', null)
  expect(
    last.acknowledged?.every((outcome) => outcome.kind !== 'failed'),
    last.errors,
  ).toBe(true)
  expect(await examine(dataDir, versions)).toEqual(onDisk)
  expect(existsSync(path.join(dataDir, 'library.db'))).toBe(true)
  console.log(`kill -9 while ingesting: seed ${SEED}, ${counts.kills} kills, ${counts.acknowledged} runs acknowledged, 0 lost`)
  expect(counts.kills).toBe(kills.length)
}, 600_000)
