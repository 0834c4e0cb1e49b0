import { isBareMeasure } from './bare-measure.ts'
import { isContentFree } from './focus.ts'
import { withoutReplacedStretch } from './follow-up-time.ts'
import { shortPlaceName } from './gazetteer.ts'
import type { AskedPlace, FocusPart } from './intent.ts'
import { isPlainName } from './plain-names.ts'
import { askedTense } from './question-kind.ts'
import type { Slots } from './slots.ts'

const PRONOUN = /^(?:那么?|它|他|她|其|这|该)|它们?的?|他们|其中|这个|这些|同一年|当年|上述/
const BARE = /呢[？?]?$/
const RELATIVE = /^(?:比|和|跟|与)|上一年|前一年|下一年|后一年|同期/
/** A question this short, in characters, without year and place of its own leans on the one before. */
const MAX_LEANING_CHARS = 16
const INHERITED_WEIGHT = 0.5
/** An indicator by its full name is what is asked for; what was asked before is only remembered. */
const BESIDE_INDICATOR = 0.3
/** What was asked two turns ago helps to find, and need not be said any more. */
const ASKED_LONG_AGO = 0.8
const MEASURE_OF_INDICATOR = /的?(?:目标|增速|增长|总量|完成情况|实际)$/
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

const ORDINAL = /第[一二三四五六七八九十]+/

/** 第一步的目标？第二步呢: the next in an order takes the place of the one before. */
function exchangeOrdinal(own: readonly FocusPart[], previous: Slots): FocusPart[] | null {
  const [part] = own
  const ordinal = own.length === 1 ? ORDINAL.exec(part?.text ?? '')?.[0] : undefined
  if (part === undefined || ordinal === undefined) return null
  const thing = part.text.replace(ORDINAL, '')
  const isOfThing = ({ text }: FocusPart): boolean => text.replace(ORDINAL, '\u0000').includes(`\u0000${thing}`)
  return previous.focus.some(isOfThing)
    ? previous.focus.map((one) => (isOfThing(one) ? { ...one, text: one.text.replace(ORDINAL, ordinal) } : one))
    : null
}

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

/** 增加多少？ after a question for places at schools: a change of what was asked before, of nothing that it names itself. */
const CHANGES = /新增|增加|增长|减少|下降|提高|提升|上升|增|减|建成?|新建|改造|安排|再/g

const CHANGE_ASKED = /新增|增加|增长|减少|下降|提高|提升|上升|[增减涨降]/

/** Whether a follow-up names nothing but a change (今年准备增加多少). */
export function namesOnlyChange(stretches: readonly string[]): boolean {
  return stretches.length > 0 && isContentFree(stretches.map((text) => text.replace(CHANGES, '')))
}

/** 那石桥呢: a place that sentences name stays in the focus to be looked for, and asks for nothing by itself. */
export function namesOnlyPlaces(stretches: readonly string[], places: readonly AskedPlace[]): boolean {
  const names = places.filter(({ standing }) => standing === 'mentioned').flatMap(({ name }) => [name, shortPlaceName(name)])
  return names.length > 0 && isContentFree(stretches.map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text)))
}

/** 人才培养那块呢: names another thing and asks nothing of it. */
const NAMES_ANOTHER = /^[^，,。？?]{2,20}呢[？?]?$/

export function namesAnother(question: string): boolean {
  return NAMES_ANOTHER.test(question)
}

const LONGEST_SUBJECT = 8
/** What was said of the subject before: …产值要保持. */
const KEPT_AT = /(?:要|将|会)?(?:保持|维持|稳定|控制|达到?|完成|实现)(?:在|到)?$/
const HAN_ONLY = /^[\p{Script=Han}A-Za-z]+$/u

/**
 * The focus of the turn before with what a bare follow-up names (铝和铜呢) in the place of its subject (钢铁产业产值 → 铝、铜产业产值). Null where the follow-up asks otherwise or nothing fits.
 */
export function exchangeSubject(
  question: string,
  previous: Slots,
  cut: (text: string) => readonly string[],
  mentions: (text: string) => boolean,
): FocusPart[] | null {
  const named = /^(?:那么?)?([^，,。？?的]{1,12}?)的?呢[？?]?$/.exec(question)?.[1]
  if (named === undefined || SAYS_NOTHING.test(named)) return null
  const pieces = named.split(/以及|[、和与跟及]/).filter((piece) => piece !== '')
  const [part, ...others] = previous.focus.filter(({ weight }) => weight === 1)
  const subject = part === undefined || others.length > 0 ? null : findSubject(part.text, pieces, cut, mentions)
  if (part === undefined || subject === null) return null
  const text = part.text.replace(subject, pieces.join('、')).replace(KEPT_AT, '')
  return previous.focus.map((one) => (one === part ? { text, weight: 1 } : one))
}

/** The beginning of one of the words, up to which the library puts one of the pieces in its place: 钢铁|产业产值 where it mentions 铜产业. */
function findSubject(
  text: string,
  pieces: readonly string[],
  cut: (text: string) => readonly string[],
  mentions: (text: string) => boolean,
): string | null {
  let start = 0
  for (const word of cut(text)) {
    for (let end = start + 2; end <= start + LONGEST_SUBJECT && end + 2 <= text.length; end += 1) {
      const subject = text.slice(start, end)
      const next = text.slice(end, end + 2)
      if (HAN_ONLY.test(subject + next) && !pieces.includes(subject) && pieces.some((piece) => mentions(piece + next))) return subject
    }
    start += word.length
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

/** What an earlier turn said of aims or of results, at the end of what it asked about. */
const SAID_OF: Readonly<Record<'target' | 'actual', RegExp>> = {
  target: /的?(?:预期|计划|年度|主要)?(?:目标|计划)值?$/,
  actual: /的?(?:实际)?(?:完成|实现|达到)?了?(?:情况|的?实际|的?实绩)?$/,
}

/** The turn before without its word for aims where a follow-up asks for results (…目标是多少？完成情况呢？), and the other way round. */
export function withoutOtherTense(previous: Slots, tense: 'target' | 'actual' | null): Slots {
  if (tense === null || previous.tense === tense) return previous
  const other = SAID_OF[tense === 'actual' ? 'target' : 'actual']
  const focus = previous.focus.map((part) => ({ ...part, text: part.text.replace(other, '') })).filter(({ text }) => text !== '')
  return focus.length === 0 ? previous : { ...previous, focus }
}

/** What grew over some years is a frame of its turn: 五年提高了多少. */
const SPAN = /(?:[这近过去]*[一二两三四五六七八九十几\d]+年(?:来|里|间|内|中)?|一年|累计|一共|总共|比上?一?年|同比)/g
const ASKS_FOR_LEVEL = /(?:现在|目前|如今|眼下|[是有为]|达到?)了?多少|(?:现在|目前|如今|眼下)[^，。？?]{0,4}呢/

/** The turn before without the words that only asked how much something changed, where a follow-up asks how much it is (五年提高了多少？那邻市现在是多少？). */
export function withoutReplacedChange(previous: Slots, asked: string): Slots {
  if (!ASKS_FOR_LEVEL.test(asked) || CHANGE_ASKED.test(asked)) return previous
  const focus = previous.focus.filter(({ text }) => !isContentFree([text.replace(SPAN, '').replace(CHANGES, '')]) || !CHANGE_ASKED.test(text))
  return focus.length === 0 ? previous : { ...previous, focus }
}

/** 现在呢, 那目前呢: what has come about, of whatever year it is told. */
const ASKS_OF_NOW = /^(?:那么?)?(?:现在|目前|如今|眼下)的?(?:情况)?呢[？?]?$/

function asOfNow(previous: Slots): Slots {
  return { ...withoutOtherTense(previous, 'actual'), years: [], tense: 'actual' }
}

/** The turn before without all that a follow-up replaces. */
export function withoutReplaced(previous: Slots, asked: string, names: { readonly year: boolean; readonly place: boolean }): Slots {
  const timed = ASKS_OF_NOW.test(asked) ? asOfNow(previous) : previous
  const unplaced = names.place ? withoutPlaces(timed) : timed
  return withoutReplacedChange(withoutOtherTense(withoutReplacedStretch(unplaced, asked, names.year), askedTense(asked)), asked)
}

const ASPECTS = /^实际(?!利用|到位)|(?:的?(?:目标|增速|增长|总量|完成情况|实际))+$/g
/** The growth of the product, by the name that leaves nothing without its aspect. */
const ECONOMY = /^经济(?:增长|增速)/
/** A shorter one (产量, 收入) may be of what was asked about before. */
const MIN_OWN_MEASURE = 3

function isMeasure(text: string): boolean {
  return ECONOMY.test(text) || isBareMeasure([{ text: text.replace(ASPECTS, ''), weight: 1 }])
}

/** The turn before without the measure that it asked for, where a follow-up names another one (GDP增长多少？财政收入呢). */
export function withoutReplacedMeasure(previous: Slots, own: readonly FocusPart[]): Slots {
  const [part, ...others] = own
  if (part === undefined || others.length > 0 || !isMeasure(part.text)) return previous
  const name = part.text.replace(ASPECTS, '')
  const isWhole = name.length >= MIN_OWN_MEASURE || isPlainName(name)
  const asked = previous.focus.filter(({ weight }) => weight === 1).map(({ text }) => text)
  return isWhole && asked.every((text) => isMeasure(text) && !text.includes(name)) ? { ...previous, focus: [] } : previous
}

/** A follow-up of another thing without the measure that the turn before asked for (财政收入？粮食呢); null where it took none over, or other things too. */
export function withoutInheritedMeasure(focus: readonly FocusPart[]): FocusPart[] | null {
  const own = focus.filter(({ weight }) => weight === 1)
  const inherited = focus.filter(({ weight }) => weight < 1)
  return own.length > 0 && inherited.length > 0 && inherited.every(({ text }) => isMeasure(text)) ? own : null
}

/** What points back, and what is read as the tense that is asked for. */
const SAYS_NOTHING = /^(?:[那它他她这其呢现]|(?:预期|计划|主要)?(?:目标|计划|实际|实绩|完成(?:情况)?)(?:值|数)?)$/

/** The focus of a follow-up: its own words, and those of the turns before it, fading; undiminished when it has none of its own. */
export function inheritFocus(own: readonly FocusPart[], contentFree: boolean, previous: Slots): FocusPart[] {
  const exchanged = exchangeCounterpart(own, previous) ?? exchangeOrdinal(own, previous)
  if (exchanged) return exchanged
  if (contentFree)
    return [
      ...previous.focus.map((part) => (part.weight < 1 ? { ...part, weight: part.weight * ASKED_LONG_AGO } : part)),
      ...own.filter((part) => !SAYS_NOTHING.test(part.text) && !previous.focus.some((other) => other.text.includes(part.text))),
    ]
  const inherited = own.some(({ text }) => isPlainName(text.replace(MEASURE_OF_INDICATOR, ''))) ? BESIDE_INDICATOR : INHERITED_WEIGHT
  return [...own, ...previous.focus.map((part) => ({ text: part.text, weight: part.weight * inherited })).filter((part) => part.weight >= MIN_WEIGHT)]
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
  return `${own.includes(scope) ? '' : scope}${own}${subject === '' ? '' : `（承接：${subject}）`}`
}
