import { Converter } from 'opencc-js/t2cn'

/** Turns traditional characters into simplified ones; simplified text stays as it is. */
export type ScriptConverter = (text: string) => string

/** The converter of OpenCC, from the forms of Taiwan and Hong Kong. */
export function createScriptConverter(): ScriptConverter {
  return Converter({ from: 't', to: 'cn' })
}
