import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { repositoryRoot } from '../shared-data.ts'
import { peakRssMb } from './peak-rss.ts'

/** How long the app may take to ingest its first library and report ready. */
const START_TIMEOUT_MS = 600_000
/** An app that says it is ready with fewer documents than wanted for so long has failed to take them in. */
const SHORT_TIMEOUT_MS = 10_000
const STOP_TIMEOUT_MS = 15_000
const NO_MODEL = { CHAT_MODEL: '', OPENAI_API_KEY: '', OPENAI_BASE_URL: '', AUTH_TOKEN: '' }
const ADDRESS = /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)/

/** The real app in a process of its own, on a free port, with a temporary data folder. */
export interface RunningApp {
  readonly base: string
  readonly dataDir: string
  /** From the start of the process to the library being ready. */
  readonly startMs: number
  /** Resident memory of the process at its highest so far, null where the system does not tell. */
  peakRssMb(): number | null
  /** Stops the process; the data folder stays until `remove`. */
  stop(): Promise<void>
  remove(): void
}

/** Settings of the app on top of the harness's own. */
export interface AppSettings {
  readonly seedsDir: string
  /** How many documents must be ready before questions are asked. */
  readonly documents: number
  readonly environment?: Readonly<Record<string, string>>
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-12).join('\n')
}

/** What /ready says; null while nothing listens or the library is being filled. */
async function readyDocuments(base: string): Promise<number | null> {
  try {
    const response = await fetch(`${base}/ready`)
    if (!response.ok) return null
    const body = (await response.json()) as { ready?: boolean; documents?: number }
    return body.ready === true ? (body.documents ?? 0) : null
  } catch {
    return null // not listening yet
  }
}

async function waitUntilReady(child: ChildProcess, read: () => string, documents: number): Promise<string> {
  const deadline = performance.now() + START_TIMEOUT_MS
  let shortSince: number | null = null
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`Cannot start the app: it ended with ${child.exitCode ?? child.signalCode}\n${lastLines(read())}`)
    }
    const port = ADDRESS.exec(read())?.[1]
    const base = `http://127.0.0.1:${port}`
    const held = port === undefined ? null : await readyDocuments(base)
    if (held !== null && held >= documents) return base
    shortSince = held === null ? null : (shortSince ?? performance.now())
    if (shortSince !== null && performance.now() - shortSince > SHORT_TIMEOUT_MS) {
      throw new Error(`Cannot ask about ${documents} documents: the app is ready with ${held}\n${lastLines(read())}`)
    }
    await sleep(100)
  }
  throw new Error(`Cannot start the app: not ready after ${START_TIMEOUT_MS / 1000} s\n${lastLines(read())}`)
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(STOP_TIMEOUT_MS).then(() => child.kill('SIGKILL'))])
  await ended
}

/**
 * Starts `server/main.ts` on the documents of `seedsDir` and waits until all of them can be asked about.
 *
 * @throws {Error} when the process ends or is not ready in time; the message holds the last lines that it printed
 */
export async function startApp(settings: AppSettings): Promise<RunningApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'youju-eval-data-'))
  const started = performance.now()
  let output = ''
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: repositoryRoot(),
    // No language model: what is measured is the program itself.
    env: { ...process.env, ...NO_MODEL, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, SEEDS_DIR: settings.seedsDir, ...settings.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8')
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true })
  try {
    const base = await waitUntilReady(child, () => output, settings.documents)
    const startMs = performance.now() - started
    return { base, dataDir, startMs, peakRssMb: () => peakRssMb(child.pid), stop: () => stopChild(child), remove }
  } catch (error) {
    await stopChild(child)
    remove()
    throw error
  }
}
