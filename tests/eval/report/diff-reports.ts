import type { EvalReport, SectionReport } from './eval-report.ts'

/** Columns that vary from run to run and say nothing about quality. */
const TIMING = /ms|_per_s|seconds|mb/i
/** Changes below half of the last digit are rounding. */
const SMALLEST_CHANGE = 0.05

function figureLines(name: string, former: SectionReport, latest: SectionReport): string[] {
  const lines: string[] = []
  for (const [row, figures] of Object.entries(latest.figures)) {
    const changes = Object.entries(figures).flatMap(([column, value]) => {
      const before = former.figures[row]?.[column]
      if (TIMING.test(column) || value === null || typeof before !== 'number' || Math.abs(value - before) < SMALLEST_CHANGE) return []
      return [`${column} ${before} → ${value} (${value > before ? '+' : ''}${Number((value - before).toFixed(3))})`]
    })
    if (changes.length > 0) lines.push(`  ${name} / ${row}: ${changes.join(', ')}`)
  }
  return lines
}

function failureLines(name: string, former: SectionReport, latest: SectionReport): string[] {
  if (former.failed === undefined || latest.failed === undefined) return []
  const before = new Set(former.failed)
  const now = new Set(latest.failed)
  const lost = latest.failed.filter((id) => !before.has(id))
  const won = former.failed.filter((id) => !now.has(id))
  return [
    ...(lost.length > 0 ? [`  ${name}: ${lost.length} newly wrong: ${lost.join(' ')}`] : []),
    ...(won.length > 0 ? [`  ${name}: ${won.length} newly right: ${won.join(' ')}`] : []),
  ]
}

/** What changed since the former report, section by section, without timings. Sections that only one of the reports has are named. */
export function diffReports(former: EvalReport, latest: EvalReport): string[] {
  return Object.entries(latest).flatMap(([name, section]) => {
    const before = former[name]
    if (before === undefined) return [`  ${name}: not in the last committed report`]
    return [...figureLines(name, before, section), ...failureLines(name, before, section)]
  })
}
