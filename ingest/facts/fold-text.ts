/** Characters whose compatibility form would read as another figure: superscripts, circled and parenthesised numbers. They stay as they are. */
const KEPT = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3200-\u32ff]/

/** All but what folding never changes: ASCII, Han, dashes, quotation marks, Chinese punctuation. */
const FOLDABLE = /[^\n\r\t\u0020-\u007e\u4e00-\u9fff\u2010-\u2025\u3001-\u301f]/g
const FULL_WIDTH_SHIFT = 0xfee0

/**
 * NFKC, one code unit for one code unit, so that every offset in the result is an offset in `text`. A character whose compatibility form is longer
 * (㎡, …) stays as printed.
 *
 * @example foldText('增长８．５％') // '增长8.5%'
 */
export function foldText(text: string): string {
  return text.replace(FOLDABLE, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH_SHIFT)
    if (KEPT.test(character)) return character
    const folded = character.normalize('NFKC')
    return folded.length === 1 ? folded : character
  })
}
