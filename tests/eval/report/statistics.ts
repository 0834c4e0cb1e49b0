/** Mean of the values, null of none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Share of true values in percent with one decimal, null of none. */
export function percentTrue(values: readonly boolean[]): number | null {
  return percent(mean(values.map(Number)))
}

/** A share of 0 to 1 in percent with one decimal. */
export function percent(share: number | null): number | null {
  return share === null ? null : roundTo(100 * share, 1)
}

export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor
}

/** The value below which `share` (0 to 1) of the values lie, by nearest rank; null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}
