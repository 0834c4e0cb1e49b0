import { PREDICATE_START, STARTS_WITH_ACTION } from './indicator-words.ts'

const MAX_TAIL_CHARS = 40
const MAX_NOUN_CHARS = 24
const END = /[、,;。:!?()\n]/

/** What stands behind a figure up to the next separator. */
export interface Tail {
  /** The noun phrase that the figure counts or describes (30个|一刻钟便民生活圈); empty when the clause ends or a verb follows. */
  readonly noun: string
  /** The tail begins with 的: the figure describes what follows. */
  readonly describes: boolean
  readonly text: string
}

/** Reads the text behind a figure and its qualifier. */
export function readTail(folded: string): Tail {
  const text = folded.slice(0, MAX_TAIL_CHARS).replaceAll(/\s/g, '')
  const end = text.search(END)
  const phrase = end === -1 ? text : text.slice(0, end)
  const describes = phrase.startsWith('的')
  const bare = describes ? phrase.slice(1) : phrase
  const predicate = bare.search(PREDICATE_START)
  const noun = predicate === 0 ? '' : (predicate > 1 ? bare.slice(0, predicate) : bare).slice(0, MAX_NOUN_CHARS)
  if (STARTS_WITH_ACTION.test(noun) || /^(?:和|及|与|以及|以|且|并|的|为|等)/.test(noun)) return { noun: '', describes, text: phrase }
  return { noun: noun.replace(/(?:项目)?(?:的|等)$/, ''), describes, text: phrase }
}
