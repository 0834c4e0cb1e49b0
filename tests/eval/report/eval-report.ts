import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Figures by row and column, e.g. category → {n, full, …}. Null where a figure does not apply. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number | null>>>>

/** One part of the evaluation. */
export interface SectionReport {
  readonly figures: Figures
  /** Ids of the questions that failed, in the order of the question file. */
  readonly failed?: readonly string[]
}

/** Sections by name, in the order in which they run. */
export type EvalReport = Readonly<Record<string, SectionReport>>

/** Reads a report, an empty one where there is none. */
export function readReport(path: string): EvalReport {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as EvalReport) : {}
}

/** Writes a report with one line a row, so that a diff shows what changed. Sections keep their order; those of `former` that did not run stay. */
export function writeReport(path: string, former: EvalReport, ran: EvalReport): void {
  const merged: EvalReport = { ...former, ...ran }
  const sections = Object.entries(merged).map(([name, section]) => {
    const rows = Object.entries(section.figures).map(([row, figures]) => `      ${JSON.stringify(row)}: ${JSON.stringify(figures)}`)
    const failed = section.failed === undefined ? '' : `,\n    "failed": ${JSON.stringify(section.failed)}`
    return `  ${JSON.stringify(name)}: {\n    "figures": {\n${rows.join(',\n')}\n    }${failed}\n  }`
  })
  writeFileSync(path, `{\n${sections.join(',\n')}\n}\n`)
}
