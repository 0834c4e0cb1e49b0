import type { Range } from '../corpus/range.ts'

/**
 * Ties each code unit of a repaired text to the place in the original that it stands for. Offsets rise strictly, so every range of the repaired text
 * covers one range of the original.
 */
export class OffsetMap {
  readonly #origins: Int32Array

  /** @param origins for each code unit of the repaired text its offset in the original, rising strictly */
  constructor(origins: Int32Array) {
    this.#origins = origins
  }

  get length(): number {
    return this.#origins.length
  }

  /**
   * The range of the original that a non-empty range of the repaired text stands for.
   *
   * @throws {RangeError} when the range is empty or outside the repaired text
   */
  toOriginal(range: Range): Range {
    const first = this.#origins[range.start]
    const last = this.#origins[range.end - 1]
    if (range.end <= range.start || first === undefined || last === undefined) {
      throw new RangeError(`Cannot map [${range.start}, ${range.end}): outside a repaired text of ${this.length}`)
    }
    return { start: first, end: last + 1 }
  }
}
