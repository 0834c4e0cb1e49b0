import type { TermSearch } from './analyzer.ts'
import { otherTerms } from './other-terms.ts'
import type { Lexeme } from './scan-lexemes.ts'
import type { Segmenter } from './segmenter.ts'

/** A wanted term of Han characters and its place in the list of wanted ones. */
interface HanTerm {
  readonly text: string
  readonly number: number
}

const HAN = /^\p{Script=Han}+$/u
/** Every pair of neighbouring characters is a term, whether the segmenter takes it for a word or not. */
const LONGEST_CERTAIN = 2

/**
 * Looks for wanted terms in texts without making all the terms of each text: single characters and pairs are looked for as they stand, and the segmenter, which costs
 * most, is only asked about a text that holds a longer wanted word.
 */
export function createTermSearch(
  wanted: readonly string[],
  { lexemesOf, segmenter }: { readonly lexemesOf: (text: string) => readonly Lexeme[]; readonly segmenter: Segmenter },
): TermSearch {
  const numbers = new Map(wanted.map((text, number) => [text, number]))
  const han = wanted.map((text, number): HanTerm => ({ text, number })).filter(({ text }) => HAN.test(text))
  const certain = han.filter(({ text }) => Array.from(text).length <= LONGEST_CERTAIN)
  const words = han.filter(({ text }) => Array.from(text).length > LONGEST_CERTAIN)

  const wordsOf = (run: string): readonly string[] =>
    words.some(({ text }) => run.includes(text)) ? segmenter.cutForSearch(run).filter((word) => word.length > 1) : []

  return (text) => {
    const found: number[] = []
    const add = (number: number | undefined): void => {
      if (number !== undefined && !found.includes(number)) found.push(number)
    }
    for (const lexeme of lexemesOf(text)) {
      if (lexeme.kind === 'han') {
        for (const { number } of placesIn(lexeme.text, certain)) add(number)
        for (const word of wordsOf(lexeme.text)) add(numbers.get(word))
      } else for (const term of otherTerms(lexeme)) add(numbers.get(term))
    }
    return found
  }
}

/** The terms that a run of characters holds, by where they first stand in it, a character before the pair that begins with it. */
function placesIn(run: string, terms: readonly HanTerm[]): readonly { readonly number: number }[] {
  const places: { at: number; length: number; number: number }[] = []
  for (const { text, number } of terms) {
    const at = run.indexOf(text)
    if (at >= 0) places.push({ at, length: text.length, number })
  }
  return places.sort((a, b) => a.at - b.at || a.length - b.length)
}
