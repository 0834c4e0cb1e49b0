import { findPlaces } from './find-places.ts'
import { exchangeSubject } from './follow-up.ts'
import { type Division, shortPlaceName } from './gazetteer.ts'
import type { AskedSide, Intent } from './intent.ts'
import type { LibraryKnowledge } from './library-knowledge.ts'
import { findNamedSides, followUpPieces, SORT_OF_PAPER } from './named-sides.ts'
import { isPlainName } from './plain-names.ts'
import { recallTopics } from './recall-topics.ts'
import type { Slots } from './slots.ts'

/** What reading the sides of a question needs. */
export interface SideReading {
  readonly library: Pick<LibraryKnowledge, 'places' | 'mentions'>
  readonly divisions: readonly Division[]
  /** Cuts a text into words. */
  readonly cut: (text: string) => readonly string[]
  /** Reads one side as a question of its own, after the turn before. */
  readonly read: (question: string, before: Slots | null) => Intent
}

/**
 * The things that a question sets side by side by name, those that the turns before asked for (这两项), or those that a follow-up puts in the place of one (铝和铜呢), each read as a
 * question of its own. Empty where there are fewer than two.
 */
export function readSides(asked: string, before: Slots | null, { library, divisions, cut, read }: SideReading): AskedSide[] {
  const held = { held: library.places, mentions: library.mentions }
  const isPlace = (text: string): boolean => {
    const { places, rest } = findPlaces(text, held, divisions)
    // A place that sentences only name stays in the rest, to be looked for.
    return places.length > 0 && (rest.trim() === '' || places.some(({ name }) => name === text || shortPlaceName(name) === text))
  }
  const recalled = before ? recallTopics(asked, before.focus) : []
  const named =
    recalled.length > 0 ? recalled : findNamedSides(asked, { mentions: library.mentions, isPlain: (text) => isPlainName(text) || isPlace(text) })
  if (named.length === 0 && before !== null && exchangeSubject(asked, before, cut, library.mentions) !== null)
    return followUpPieces(asked).map((name) => ({ name, intent: read(`${name}呢？`, before) }))
  // Papers of a place (甲市的人工智能政策) are found by the place; the words for them stand in their titles, not in what they say.
  const placeOf = (name: string): string | null => {
    if (!SORT_OF_PAPER.test(name)) return null
    return findPlaces(name, held, divisions).places.find(({ standing, documents }) => standing === 'held' || documents !== undefined)?.name ?? null
  }
  // What the turns before asked for is told by the name of each; their years and places still hold.
  const scope = before === null ? null : { ...before, focus: [] }
  return named.map(({ name, question }) => ({ name, intent: read(question.replace(name, placeOf(name) ?? name), scope) }))
}
