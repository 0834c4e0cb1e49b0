import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const START_TIMEOUT_MS = 240_000

export interface RealApp {
  readonly url: string
  /** GET as JSON. */
  get<T>(path: string): Promise<T>
  stop(): Promise<void>
}

/**
 * Starts the program as a user does, with the built page, the repository's seed documents and an empty data folder, and waits until it is ready.
 *
 * @param env further settings, which come before those of the tests' own environment
 */
export async function startRealApp(env: Readonly<Record<string, string>> = {}): Promise<RealApp> {
  execFileSync(process.execPath, ['scripts/build-web.mjs'], { cwd: ROOT })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'youju-e2e-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, AUTH_TOKEN: '', CHAT_MODEL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    await end(child)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const url = await readAddress(child)
    await waitUntilReady(url)
    return { url, stop, get: async <T>(address: string) => (await (await fetch(url + address)).json()) as T }
  } catch (error) {
    await stop()
    throw error
  }
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (address) resolve(address)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was up: ${output}`)))
    setTimeout(() => reject(new Error(`The server printed no address: ${output}`)), START_TIMEOUT_MS).unref()
  })
}

async function waitUntilReady(url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if ((await fetch(`${url}/ready`)).ok) return
    await sleep(100)
  }
  throw new Error('The server did not become ready')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
  await gone
  clearTimeout(timer)
}
