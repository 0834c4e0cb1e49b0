import { isContentFree } from './focus.ts'
import { shortPlaceName } from './gazetteer.ts'
import type { FocusPart } from './intent.ts'
import type { Slots } from './slots.ts'

const PRONOUN = /^(?:那么?|它|他|她|其|这|该)|它们?的?|他们|其中|这个|这些|同一年|当年|上述/
const BARE = /呢[？?]?$/
const RELATIVE = /^(?:比|和|跟|与)|上一年|前一年|下一年|后一年|同期/
/** A question this short, in characters, without year and place of its own leans on the one before. */
const MAX_LEANING_CHARS = 16
const INHERITED_WEIGHT = 0.5
/** Focus that has faded below this is dropped. */
const MIN_WEIGHT = 0.2

/** Parts of a whole that are told side by side: a follow-up that names one of them takes the place of the other. */
const COUNTERPARTS: readonly (readonly [string, string])[] = [
  ['城市', '农村'],
  ['城镇', '农村'],
  ['城区', '农村'],
  ['出口', '进口'],
  ['公办', '民办'],
  ['上半年', '下半年'],
  ['男', '女'],
]

/** The focus of the turn before with one side of a pair in place of the other (城市低保标准, 农村的呢 → 农村低保标准); null where the follow-up names none. */
function exchangeCounterpart(own: readonly FocusPart[], previous: Slots): FocusPart[] | null {
  const [part] = own
  if (own.length !== 1 || !part) return null
  for (const [a, b] of COUNTERPARTS) {
    for (const [named, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (part.text !== named || !previous.focus.some(({ text }) => text.includes(other))) continue
      return previous.focus.map(({ text, weight }) => ({ text: text.replace(other, named), weight }))
    }
  }
  return null
}

/** Whether a question can only be read with the one before it. */
export function leansOnPrevious(question: string, stretches: readonly string[], hasYear: boolean, hasPlace: boolean): boolean {
  if (PRONOUN.test(question) || BARE.test(question) || RELATIVE.test(question) || isContentFree(stretches)) return true
  return !hasYear && !hasPlace && question.length <= MAX_LEANING_CHARS
}

/** The turn before without the places that a follow-up replaces, where its focus keeps their names. */
export function withoutPlaces(previous: Slots): Slots {
  const names = previous.places.filter(({ standing }) => standing === 'mentioned').flatMap(({ name }) => [name, shortPlaceName(name)])
  if (names.length === 0) return previous
  const focus = previous.focus
    .map(({ text, weight }) => ({ text: names.reduce((rest, name) => rest.replaceAll(name, ''), text).replace(/^的/, ''), weight }))
    .filter(({ text }) => text !== '')
  return { ...previous, focus }
}

/** The focus of a follow-up: its own words, and those of the turns before it, fading; undiminished when it has none of its own. */
export function inheritFocus(own: readonly FocusPart[], contentFree: boolean, previous: Slots): FocusPart[] {
  const exchanged = exchangeCounterpart(own, previous)
  if (exchanged) return exchanged
  if (contentFree)
    return [
      ...previous.focus,
      ...own.filter((part) => !/^[那它他她这其呢]$/.test(part.text) && !previous.focus.some((other) => other.text.includes(part.text))),
    ]
  return [
    ...own,
    ...previous.focus.map((part) => ({ text: part.text, weight: part.weight * INHERITED_WEIGHT })).filter((part) => part.weight >= MIN_WEIGHT),
  ]
}

/** The follow-up as a question that is complete by itself. */
export function completeQuestion(asked: string, contentFree: boolean, previous: Slots, years: readonly number[], places: readonly string[]): string {
  const scope = `${years.length > 0 ? `${years.join('、')}年` : ''}${places.join('、')}`
  const own = asked
    .replace(/^(?:那么?|那)/, '')
    .replace(/^(?:它们?的?|他们的?|其(?!中)的?)/, '')
    .replace(/呢?[？?]?$/, '')
  const subject = previous.focus
    .filter((part) => part.weight >= 0.5)
    .map((part) => part.text)
    .join(' ')
  if (contentFree) return `${scope}${subject}${/实际|完成/.test(asked) ? '（实际）' : ''}${/目标|计划/.test(asked) ? '（目标）' : ''}`.trim()
  return `${own.includes(scope) ? '' : scope}${own}（承接：${subject}）`
}
