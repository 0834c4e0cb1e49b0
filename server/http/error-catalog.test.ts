import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { COMMAND_ERROR_CODES, ERROR_CATALOG, isCatalogued, statusOfCode } from './error-catalog.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

function thrownCodes(): Map<string, string> {
  const codes = new Map<string, string>()
  for (const folder of ['ingest', 'server']) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!entry.endsWith('.ts') || entry.endsWith('.test.ts')) continue
      const source = readFileSync(path.join(root, folder, entry), 'utf8')
      for (const [, code = ''] of source.matchAll(/new CodedError\(\s*'([^']+)'/g)) codes.set(code, path.join(folder, entry))
    }
  }
  return codes
}

test('every code that the sources throw is catalogued', () => {
  const codes = thrownCodes()
  expect(codes.size).toBeGreaterThan(30)
  const known = new Set<string>([...Object.keys(ERROR_CATALOG), ...COMMAND_ERROR_CODES])
  expect([...codes].filter(([code]) => !known.has(code))).toEqual([])
})

test('codes are snake_case, statuses are those of errors', () => {
  for (const [code, { status }] of Object.entries(ERROR_CATALOG)) {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
  }
  expect(statusOfCode('something_else')).toBe(500)
  expect(isCatalogued('toString')).toBe(false)
})
