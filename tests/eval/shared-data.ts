import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export function repositoryRoot(): string {
  return fileURLToPath(new URL('../../', import.meta.url))
}

/** A path under the folder `shared` beside the repository, links followed (the scorer runs only under its own path). Null when it is not there. */
export function sharedPath(...parts: readonly string[]): string | null {
  const path = join(repositoryRoot(), '..', 'shared', ...parts)
  return existsSync(path) ? realpathSync(path) : null
}

/** An unpacked archive; `remove` deletes it from the temporary folder. */
export interface UnpackedArchive {
  readonly folder: string
  remove(): void
}

/** Unpacks `../shared/eval/external/{name}.tgz` into a temporary folder. Null when the archive is not there. */
export function unpackExternal(name: string): UnpackedArchive | null {
  const archive = sharedPath('eval', 'external', `${name}.tgz`)
  if (archive === null) return null
  const temporary = mkdtempSync(join(tmpdir(), `youju-${name}-`))
  execFileSync('tar', ['-xzf', archive, '-C', temporary])
  const inner = join(temporary, name)
  return { folder: existsSync(inner) ? inner : temporary, remove: () => rmSync(temporary, { recursive: true, force: true }) }
}

/** The one line that says what was left out and why. */
export function printSkipped(what: string, missing: string): void {
  console.log(`SKIPPED  ${what}: ../shared/${missing} is not there`)
}
