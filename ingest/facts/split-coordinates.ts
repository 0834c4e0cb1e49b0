import { MEASURE_NOUN } from './indicator-words.ts'

const OPENING = '(“《「'
const CLOSING = ')”》」'

/**
 * The names of an enumeration whose figures follow one by one, with what they share put back: 教育、医疗、养老支出 → 教育支出, 医疗支出, 养老支出.
 *
 * @param subject the enumeration, folded, without verbs
 * @param count how many figures follow
 * @returns `count` names, or null when the enumeration does not divide into that many
 */
export function splitCoordinates(subject: string, count: number): string[] | null {
  if (count < 2) return null
  for (const separators of [/、|以?及|和|与/g, /、/g, /以?及|和|与/g]) {
    const parts = splitOutsideBrackets(subject.replace(IN_WORDS, (word) => word.replace(/[和与及]/, inWordMark)).replace(separators, CUT)).map(unmark)
    if (parts.length === count) return shareNoun(parts)
  }
  if (count === 2 && subject.startsWith('城乡')) {
    return [`城镇${subject.slice(2)}`, `农村${subject.slice(2)}`]
  }
  return null
}

const CUT = '\u0001'
/** 及, 和 and 与 inside words are no conjunctions. */
const IN_WORDS = /普及|涉及|危及|波及|顾及|提及|遍及|及时|及格|参与|给予|赋予|与会|总和|共和|中和|饱和|缓和|温和|调和|平和|和谐|和平|和解|和美|和牛/g
const MARKS: Readonly<Record<string, string>> = { 和: '\u0002', 与: '\u0003', 及: '\u0004' }
const UNMARKS: Readonly<Record<string, string>> = { '\u0002': '和', '\u0003': '与', '\u0004': '及' }

function inWordMark(character: string): string {
  return MARKS[character] ?? character
}

function unmark(part: string): string {
  return [...part].map((character) => UNMARKS[character] ?? character).join('')
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let current = ''
  for (const character of text) {
    if (OPENING.includes(character)) depth++
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && character === CUT) {
      parts.push(current)
      current = ''
    } else current += character === CUT ? '、' : character
  }
  parts.push(current)
  return parts.filter((part) => part !== '')
}

const SHARED_NOUN =
  /(?:人均可支配收入|可支配收入|总产值|增加值|工业产值|产业产值|产值|总产量|产量|单产|支出|收入|投资|总额|余额|总量|面积|里程|规模|占比|比重|比例|覆盖率|普及率|率|产能|能力|数量|人数|户数|标准|水平|强度|指数|价格|学位|床位|装机|浓度|销量|利用量|额|量)$/

function shareNoun(parts: readonly string[]): string[] {
  const last = parts.at(-1) ?? ''
  const others = parts.slice(0, -1)
  const length = others[0]?.length ?? 0
  const sameLength = others.every((part) => part.length === length)
  const noun = SHARED_NOUN.exec(last)?.[0] ?? ''
  const tail = last.slice(length)
  const shared = sameLength && length <= 2 && tail.length >= 2 && noun !== '' && tail.endsWith(noun) ? tail : noun
  return [...others.map((part) => (MEASURE_NOUN.test(part) ? part : part + shared)), last]
}
