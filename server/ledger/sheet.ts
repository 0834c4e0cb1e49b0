/** One cell of a table for a spreadsheet; null for an empty one. */
export type SheetCell = string | number | null

/** A table for a spreadsheet, the first line naming the columns. */
export interface Sheet {
  /** At most 31 characters, none of []/\:*? */
  readonly name: string
  readonly lines: readonly (readonly SheetCell[])[]
}

/** So many digits survive in a spreadsheet's number. */
const MAX_DIGITS = 15

/** A value as a number where a spreadsheet keeps all of its digits, otherwise as text. */
export function numberCell(value: number | null): SheetCell {
  if (value === null || !Number.isFinite(value)) return null
  const printed = String(value)
  return printed.includes('e') || printed.replace(/\D/g, '').length > MAX_DIGITS ? printed : value
}
