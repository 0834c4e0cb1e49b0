const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％．＋－]/g
const FULL_WIDTH_SHIFT = 0xfee0
/** ３４，２５０ groups thousands; any other ， parts clauses. */
const THOUSANDS = /(?<=\d)，(?=\d{3}(?!\d))/g

/** Digits, letters and signs of figures printed as wide as Han as they are printed elsewhere, one for one; Chinese punctuation stays. */
export function inHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_SHIFT)).replace(THOUSANDS, ',')
}
