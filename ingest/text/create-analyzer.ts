import type { Analyzer } from './analyzer.ts'
import { createTermSearch } from './create-term-search.ts'
import { foldForSearch } from './fold-for-search.ts'
import { otherTerms } from './other-terms.ts'
import { remember } from './remember.ts'
import { type Lexeme, scanLexemes } from './scan-lexemes.ts'
import type { Segmenter } from './segmenter.ts'

/** Raised whenever the same text gives other terms than before. */
const VERSION = 1

/** About 10 MB of clauses: most questions search the same sentences. */
const MAX_REMEMBERED_TEXTS = 20_000

/** The chain that index and question share: fold, scan, and for Han text words of the segmenter, single characters and bigrams. */
export function createAnalyzer(segmenter: Segmenter): Analyzer {
  const lexemesOf = remember((text): readonly Lexeme[] => [...scanLexemes(foldForSearch(text))], MAX_REMEMBERED_TEXTS)
  return {
    fingerprint: `analyzer-${VERSION}/${segmenter.id}`,
    terms(text) {
      const terms: string[] = []
      for (const lexeme of scanLexemes(foldForSearch(text))) {
        if (lexeme.kind === 'han') pushHan(lexeme.text, segmenter, terms)
        else terms.push(...otherTerms(lexeme))
      }
      return terms
    },
    searchFor: (wanted) => createTermSearch(wanted, { lexemesOf, segmenter }),
  }
}

/**
 * NOTE: a word of two characters comes as a word and as a bigram, and so counts twice. Measured on questions over government reports, this puts
 * the right sentence first a little more often than bigrams alone or than only words from three characters on.
 */
function pushHan(run: string, segmenter: Segmenter, terms: string[]): void {
  const characters = Array.from(run)
  for (const [index, character] of characters.entries()) {
    terms.push(character)
    const next = characters[index + 1]
    if (next) terms.push(character + next)
  }
  for (const word of segmenter.cutForSearch(run)) {
    if (word.length > 1) terms.push(word)
  }
}
