import { readFileSync } from 'node:fs'

/**
 * Reads a file of one JSON value a line; blank lines are skipped.
 *
 * @throws {Error} when the file is missing or a line is not JSON: "Cannot read line 3 of …"
 */
export function readJsonl<T>(path: string): T[] {
  const rows: T[] = []
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') return
      try {
        rows.push(JSON.parse(line))
      } catch (cause) {
        throw new Error(`Cannot read line ${index + 1} of "${path}": not JSON`, { cause })
      }
    })
  return rows
}
