import { foldText } from '../../../ingest/facts/fold-text.ts'
import type { FacetSource } from './measure-facts.ts'
import { type LibrarySentence, readLibrarySentences, readSeedTexts, type TextFile } from './seed-sentences.ts'

const squash = (text: string): string => foldText(text).replaceAll(/\s/g, '')
const KEY_CHARS = 24

/**
 * The facets that ingest gives to the gold sentences: the seeds as one library, and each of `others` (texts whose file name is the gold sentence's source)
 * as a library of its own.
 */
export function createGoldFacets(others: readonly TextFile[] = []): FacetSource {
  const libraries = [readLibrarySentences(readSeedTexts()), ...others.map((text) => readLibrarySentences([text]))]
  const byFile = new Map<string, LibrarySentence[]>()
  for (const sentence of libraries.flat()) byFile.set(sentence.file, [...(byFile.get(sentence.file) ?? []), sentence])
  return (gold) => {
    const wanted = squash(gold.sentence)
    const found = byFile.get(gold.source)?.find(({ sentence }) => {
      const text = squash(sentence.text)
      return text.includes(wanted.slice(0, KEY_CHARS)) || (text.length >= KEY_CHARS && wanted.includes(text.slice(0, KEY_CHARS)))
    })
    return found ? { facets: found.sentence.facets, leadIn: found.leadIn } : null
  }
}
