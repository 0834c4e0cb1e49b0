import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diffReports } from './diff-reports.ts'
import { readReport, writeReport } from './eval-report.ts'
import { displayWidth, formatFigures } from './format-figures.ts'
import { percentile, percentTrue } from './statistics.ts'

test('percentiles by nearest rank, shares with one decimal', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(values, 0.5)).toBe(51)
  expect(percentile(values, 0.99)).toBe(100)
  expect(percentile([], 0.5)).toBeNull()
  expect(percentTrue([true, false, false])).toBe(33.3)
})

test('the diff names figures that moved and questions that flipped, and leaves timings out', () => {
  const former = { seeds: { figures: { list: { n: 2, full: 50, p50_ms: 3 } }, failed: ['a1', 'a2'] } }
  const latest = { seeds: { figures: { list: { n: 2, full: 62.5, p50_ms: 9 } }, failed: ['a2', 'a3'] }, other: { figures: {} } }
  expect(diffReports(former, latest)).toEqual([
    '  seeds / list: full 50 → 62.5 (+12.5)',
    '  seeds: 1 newly wrong: a3',
    '  seeds: 1 newly right: a1',
    '  other: not in the last committed report',
  ])
  expect(diffReports(former, former)).toEqual([])
})

test('a report is read back as written, one row a line, and keeps the sections that did not run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'youju-report-'))
  const path = join(folder, 'report.json')
  const first = { seeds: { figures: { ALL: { n: 1, full: null } }, failed: ['a1'] }, other: { figures: { ALL: { n: 2 } } } }
  writeReport(path, readReport(path), first)
  const changed = { other: { figures: { ALL: { n: 3 } } } }
  writeReport(path, readReport(path), changed)
  expect(readReport(path)).toEqual({ ...first, ...changed })
  expect(readFileSync(path, 'utf8')).toContain('      "ALL": {"n":1,"full":null}\n')
  rmSync(folder, { recursive: true })
})

test('columns line up although Han characters take two', () => {
  const [, head = '', first = '', second = ''] = formatFigures('标题', { 全部: { n: 10, full: 5.25 }, x: { n: 1 } }).split('\n')
  expect(new Set([head, first, second].map(displayWidth)).size).toBe(1)
  expect(second.trimEnd().endsWith('-')).toBe(true)
})
