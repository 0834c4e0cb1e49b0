import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The version in package.json. */
export function programVersion(): string {
  const description: unknown = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '..', 'package.json'), 'utf8'))
  return description !== null && typeof description === 'object' && 'version' in description ? String(description.version) : '0.0.0'
}
