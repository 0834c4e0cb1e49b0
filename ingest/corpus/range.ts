/** A half-open range of UTF-16 code units: `start` is in it, `end` is not. Which text it counts in is said where it is used. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** How many code units two ranges share, 0 when they are apart. */
export function overlapLength(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
