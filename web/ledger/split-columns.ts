export interface ColumnGroup {
  readonly place: string
  readonly kinds: readonly string[]
}

const COLUMN = /^(.*?)(目标|实绩)$/

/**
 * The columns after the first, gathered by place for a head of two rows; null when one of them is not a place's target or result.
 *
 * @example groupColumns(['甲市目标', '甲市实绩']) // [{ place: '甲市', kinds: ['目标', '实绩'] }]
 */
export function groupColumns(columns: readonly string[]): ColumnGroup[] | null {
  const groups: { place: string; kinds: string[] }[] = []
  for (const column of columns) {
    const [, place, kind] = COLUMN.exec(column) ?? []
    if (place === undefined || kind === undefined) return null
    const last = groups.at(-1)
    if (last && last.place === place) last.kinds.push(kind)
    else groups.push({ place, kinds: [kind] })
  }
  return groups
}
