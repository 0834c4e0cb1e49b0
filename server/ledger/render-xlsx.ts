import writeExcelFile from 'write-excel-file/node'
import type { Sheet, SheetCell } from './sheet.ts'

/** A spreadsheet refuses longer cells. */
const MAX_CELL_CHARS = 32_000
/** In characters of Latin script; a Chinese one is as wide as two. */
const MIN_WIDTH = 8
const MAX_WIDTH = 60
const USUAL_SHARE = 0.9
const LINE_POINTS = 16
/** A row cannot be higher than 409 points. */
const MAX_LINES = 25
/** Lines break before they are full. */
const WRAP_LOSS = 1.1
/** So many lines are looked at for the widths. */
const MEASURED_LINES = 500
const ILLEGAL_IN_NAME = /[[\]/\\:*?\p{Cc}]/gu
const MAX_NAME_CHARS = 31

/**
 * Tables as one .xlsx file: the first line of each frozen and bold, columns as wide as their texts. Every text is stored as a text, so that none runs as a formula,
 * whatever it begins with. The one place that knows the library.
 */
export function renderXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, lines: [head = [], ...lines] }) => {
      const widths = head.map((_, column) => widthOf([head, ...lines.slice(0, MEASURED_LINES)].map((cells) => cells[column] ?? null)))
      return {
        sheet: sheetName(name),
        stickyRowsCount: 1,
        orientation: 'landscape' as const,
        columns: widths.map((width) => ({ width })),
        data: [
          head.map((cell) => ({ ...toCell(cell), fontWeight: 'bold' as const, backgroundColor: '#E8EDF3', alignVertical: 'center' as const })),
          ...lines.map((cells) => toLine(cells, widths)),
        ],
      }
    }),
    { fontFamily: 'Microsoft YaHei', fontSize: 11 },
  ).toBuffer()
}

/** Bare values where nothing is to be wrapped: cells with a style cost the library most of its time. A bare text is stored as a text too. */
function toLine(cells: readonly SheetCell[], widths: readonly number[]) {
  const wraps = (cell: SheetCell, column: number): boolean => typeof cell === 'string' && columnsOf(cell) > (widths[column] ?? MAX_WIDTH)
  if (!cells.some(wraps)) return cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, MAX_CELL_CHARS) : cell))
  // Said outright: not every program measures wrapped rows for itself.
  const lines = Math.max(...cells.map((cell, column) => Math.ceil((columnsOf(String(cell ?? '')) * WRAP_LOSS) / (widths[column] ?? MAX_WIDTH))))
  const height = Math.min(MAX_LINES, lines) * LINE_POINTS
  return cells.map((cell, column) =>
    cell === null ? null : { ...toCell(cell), height, alignVertical: 'top' as const, ...(wraps(cell, column) ? { wrap: true } : {}) },
  )
}

function toCell(cell: SheetCell): { type: StringConstructor; value: string } | { type: NumberConstructor; value: number } {
  return typeof cell === 'number' ? { type: Number, value: cell } : { type: String, value: (cell ?? '').slice(0, MAX_CELL_CHARS) }
}

function sheetName(name: string): string {
  return name.replace(ILLEGAL_IN_NAME, ' ').slice(0, MAX_NAME_CHARS).trim() || '表'
}

/** Wide enough for its head and for nine in ten of its cells; the few longer ones are wrapped. */
function widthOf([head = null, ...cells]: readonly SheetCell[]): number {
  const widths = cells.map((cell) => columnsOf(String(cell ?? ''))).toSorted((a, b) => a - b)
  const usual = widths[Math.ceil(widths.length * USUAL_SHARE) - 1] ?? 0
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, columnsOf(String(head ?? '')) + 2, usual + 2))
}

function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += character.charCodeAt(0) > 0xff ? 2 : 1
  return columns
}
