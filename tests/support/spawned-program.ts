import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..', '..')

export interface SpawnedProgram {
  readonly child: ChildProcess
  /** What it has printed so far, both streams. */
  output(): string
  /** Resolves with the first match as soon as the output holds it; rejects when the program ends without. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  /** The exit code, or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals>
}

/**
 * Runs a TypeScript entry point as its own process, with this environment and nothing of the test's own besides PATH.
 *
 * @param input what it reads; null: the test writes to its standard input itself
 */
export function spawnProgram(
  entry: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
  input: string | null = '',
): SpawnedProgram {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, entry), ...parameters], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  const take = (chunk: string) => {
    output += chunk
    for (const listener of listeners) listener()
  }
  child.stdout.setEncoding('utf8').on('data', take)
  child.stderr.setEncoding('utf8').on('data', take)
  if (input !== null) child.stdin.end(input)
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'))
  })
  return {
    child,
    output: () => output,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const found = pattern.exec(output)
          if (found === null) return
          listeners.delete(check)
          resolve(found)
        }
        listeners.add(check)
        check()
        ended.then((code) => reject(new Error(`Ended with ${code} before printing ${pattern}: ${output}`)), reject)
      }),
  }
}
