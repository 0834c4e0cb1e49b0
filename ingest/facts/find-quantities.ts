import { isQuantity, type Quantity } from './figure.ts'
import { findFigures } from './find-figures.ts'

/**
 * The figures of a sentence that measure or rank something, in order. Dates, ordinals, document numbers and numerals inside names (5G, 210国道, 3+5+N)
 * are not among them.
 *
 * @param text one sentence as printed; may hold full-width digits and blanks between digits and unit
 * @returns ranges are UTF-16 offsets in `text`; `value` is in the base unit
 * @example findQuantities('新增城镇就业3.5万人以上')[0] // { figureText: '3.5', unit: '万人', value: 35000, qualifier: '以上', … }
 */
export function findQuantities(text: string): Quantity[] {
  return findFigures(text).filter(isQuantity)
}
