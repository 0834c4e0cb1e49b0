/** UTF-8's mark, without which Excel takes a CSV for the system's own encoding. */
const BOM = '\uFEFF'
/** What a spreadsheet would run as a formula, wherever blanks or quotes stand before it. */
const FORMULA = /^[\s"'\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/

/** Lines of cells as CSV (RFC 4180) that Excel and WPS open cleanly; a cell that they would take for a formula gets a ' in front. */
export function renderCsv(lines: readonly (readonly (string | number | null)[])[]): string {
  return `${BOM}${lines.map((cells) => cells.map(renderCell).join(',')).join('\r\n')}\r\n`
}

function renderCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return value < 0 ? `'${value}` : String(value)
  const safe = FORMULA.test(value) || value.startsWith('\t') || value.startsWith('\r') ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
