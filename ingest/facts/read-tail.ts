import { GENERIC_THING, PREDICATE_START, STARTS_WITH_ACTION, THING_NOUN } from './indicator-words.ts'

const MAX_TAIL_CHARS = 40
const MAX_NOUN_CHARS = 24
const MAX_GENERIC_CHARS = 18
const END = /[、,;。:!?()\n]/

/** What stands behind a figure up to the next separator. */
export interface Tail {
  /** The noun phrase that the figure counts or describes (30个|一刻钟便民生活圈); empty when the clause ends or a verb follows. */
  readonly noun: string
  /** The tail begins with 的: the figure describes what follows. */
  readonly describes: boolean
  readonly text: string
}

/** Reads the text behind a figure and its qualifier; `isFollowed` says that another figure ends it. */
export function readTail(folded: string, isFollowed: boolean): Tail {
  const text = folded.slice(0, MAX_TAIL_CHARS).replaceAll(/\s/g, '')
  const end = text.search(END)
  const phrase = end === -1 ? text : text.slice(0, end)
  const describes = phrase.startsWith('的')
  const bare = describes ? phrase.slice(1) : phrase
  const predicate = bare.search(PREDICATE_START)
  const phraseNoun = predicate === 0 ? '' : (predicate > 1 ? bare.slice(0, predicate) : bare).slice(0, MAX_NOUN_CHARS)
  const noun = phraseNoun.replace(/(?:的|等|和|及|与|以及)$/, '')
  const isVerbal = STARTS_WITH_ACTION.test(noun) && !THING_NOUN.test(noun)
  if (isVerbal || /^(?:和|及|与|以及|以|且|并|的|为|等)/.test(noun)) return { noun: '', describes, text: phrase }
  // 22个项目竣工投产: the verb is what is counted.
  return { noun: !isFollowed && GENERIC_THING.test(noun) ? bare.slice(0, MAX_GENERIC_CHARS) : noun, describes, text: phrase }
}
