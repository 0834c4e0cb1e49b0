import type { SteppedWork } from '../../../ingest/index/keep-by-snapshot.ts'
import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { Segmenter } from '../../../ingest/text/segmenter.ts'
import { shortPlaceName } from '../../understand/gazetteer.ts'
import type { LibraryKnowledge } from '../../understand/library-knowledge.ts'

/** Sentences of a large library that are read for its words. */
const MAX_SENTENCES = 2_000

/** Words that a library uses, its places first, then the most frequent ones first; read sentence by sentence. */
export function* libraryWords(snapshot: LibrarySnapshot, knowledge: LibraryKnowledge, segmenter: Segmenter): SteppedWork<string[]> {
  const counts = new Map<string, number>()
  const step = Math.max(1, Math.floor(snapshot.sentences.length / MAX_SENTENCES))
  for (let row = 0; row < snapshot.sentences.length; row += step) {
    yield
    for (const word of segmenter.cut(snapshot.sentences[row]?.sentence.text ?? ''))
      if (word.length >= 2) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const places = knowledge.places.flatMap(({ name }) => [name, shortPlaceName(name)])
  // Sorted count by count, so that no step of it is long.
  const byCount = new Map<number, string[]>()
  for (const [word, count] of counts) {
    const words = byCount.get(count)
    if (words) words.push(word)
    else byCount.set(count, [word])
  }
  const sorted: string[] = []
  for (const count of [...byCount.keys()].toSorted((a, b) => b - a)) {
    yield
    for (const word of (byCount.get(count) ?? []).toSorted()) sorted.push(word)
  }
  return [...places, ...sorted]
}
