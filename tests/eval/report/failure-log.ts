import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Collects the failures of all sections for one readable file. */
export interface FailureLog {
  add(section: string, entries: readonly string[]): void
  write(path: string): void
}

export function createFailureLog(): FailureLog {
  const sections: { readonly name: string; readonly entries: readonly string[] }[] = []
  return {
    add(name, entries) {
      sections.push({ name, entries })
    },
    write(path) {
      mkdirSync(dirname(path), { recursive: true })
      const parts = sections.map(({ name, entries }) => `## ${name}: ${entries.length} failures\n\n${entries.join('\n')}`)
      writeFileSync(path, `# Failures\n\n${parts.join('\n')}\n`)
    },
  }
}
