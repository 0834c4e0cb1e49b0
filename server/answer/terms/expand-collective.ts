import { HAN_COUNTS } from '../../understand/han-counts.ts'
import type { AnswerContext } from '../context/answer-context.ts'

const COLLECTIVE = /([两三四五六七八九十])大([\p{Script=Han}]{2,8}?)(?=的|[年\d\s，。？?]|各|分别|$)/u
const MAX_ITEM_CHARS = 14

/** A collective as the question names it, and its members. */
export interface Collective {
  readonly phrase: string
  readonly items: readonly string[]
}

/**
 * The members of a collective that the question names: 三大某某产业 as a sentence of the library lists them (甲、乙、丙三大某某产业), a quoted term as its entry in a list of
 * terms enumerates it (一某三某：指甲、乙、丙). Empty where the library does not list them.
 */
export function expandCollective({ intent, snapshot }: AnswerContext): Collective | null {
  const match = COLLECTIVE.exec(intent.asked)
  const count = HAN_COUNTS[match?.[1] ?? '']
  if (match && count !== undefined) {
    for (const { sentence } of snapshot.sentences) {
      const at = sentence.text.indexOf(match[0])
      const items = at > 0 ? lastItems(sentence.text.slice(0, at)) : []
      if (items.length >= count) return { phrase: match[0], items: items.slice(-count) }
    }
  }
  for (const term of intent.quoted) {
    for (const { sentence, document } of snapshot.sentences) {
      if (
        document.document.sections[sentence.section]?.part !== 'glossary' ||
        !sentence.text
          .replace(/[“”"]/g, '')
          .replace(/^\d+[.．、]/, '')
          .startsWith(`${term}：`)
      )
        continue
      const items = lastItems(sentence.text.replace(/[。；;]$/, ''))
      if (items.length >= 3) return { phrase: term, items }
    }
  }
  return null
}

/** The things listed right at the end of a text: …甲、乙、丙和丁. */
function lastItems(text: string): string[] {
  const tail = /[^，。；：:“”"（(]*$/.exec(text.replace(/等$/, ''))?.[0] ?? ''
  const parts = tail.split(/[、和及]/).map((part) => part.trim())
  const items = parts.map((part, i) => (i === 0 ? part.replace(/^.*(?:即|指的是|是指|是|为|包括|打造|推动)/, '') : part))
  return items.every((item) => item.length >= 2 && item.length <= MAX_ITEM_CHARS) ? items : []
}
