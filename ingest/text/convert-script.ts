import { Converter } from 'opencc-js/t2cn'

/** Turns traditional characters into simplified ones; simplified text stays as it is. */
export type ScriptConverter = (text: string) => string

/** The converter of OpenCC, from the forms of Taiwan and Hong Kong. */
export function createScriptConverter(): ScriptConverter {
  return Converter({ from: 't', to: 'cn' })
}

/** Traditional characters that hardly a page goes without. */
const TRADITIONAL = /[國發會產業們個這經濟為萬億過對時後與說來開關門東車長體義學實現]/g
/** One of them in so many characters: printed in traditional characters, if not throughout. A name here and there is rarer. */
const ONE_IN = 600

/**
 * A text printed in traditional characters in simplified ones, so that it is read as all others are; any other text as it is. Character by character: every offset in the result is
 * an offset in `text`.
 */
export function inSimplified(text: string): string {
  if ((text.match(TRADITIONAL)?.length ?? 0) * ONE_IN < text.length) return text
  const simplified = createScriptConverter()(text)
  return simplified.length === text.length ? simplified : text
}
