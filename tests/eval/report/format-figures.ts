import type { Figures } from './eval-report.ts'

/** Width of a text on a terminal: Han and full-width characters take two columns. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(character) ? 2 : 1
  return width
}

const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))
const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text

function formatFigure(value: number | null | undefined): string {
  if (value === null || value === undefined) return '-'
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(3)))
}

/** Figures as an aligned table with a title line: rows down, the columns of all rows across. */
export function formatFigures(title: string, figures: Figures): string {
  const names = Object.keys(figures)
  const columns = [...new Set(names.flatMap((name) => Object.keys(figures[name] ?? {})))]
  const nameWidth = Math.max(...names.map(displayWidth), 4)
  const lines = names.map((name) => [name, ...columns.map((column) => formatFigure(figures[name]?.[column]))])
  const widths = columns.map((column, index) => Math.max(displayWidth(column), ...lines.map((line) => displayWidth(line[index + 1] ?? ''))))
  const format = (cells: readonly string[]): string =>
    [padEnd(cells[0] ?? '', nameWidth), ...cells.slice(1).map((cell, index) => padStart(cell, widths[index] ?? 0))].join('  ')
  return [`== ${title}`, format(['', ...columns]), ...lines.map(format)].join('\n')
}
