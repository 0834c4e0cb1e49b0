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
  for (const separators of [/[、和与及]|以及/, /、/, /[和与及]/]) {
    const parts = splitOutsideBrackets(subject, separators)
    if (parts.length === count) return shareNoun(parts)
  }
  if (count === 2 && subject.startsWith('城乡')) {
    const rest = subject.slice(2)
    const residents = rest.startsWith('居民') ? rest : rest
    return [`城镇${residents}`, `农村${residents}`]
  }
  return null
}

function splitOutsideBrackets(text: string, separators: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let current = ''
  for (const character of text) {
    if (OPENING.includes(character)) depth++
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && separators.test(character)) {
      parts.push(current)
      current = ''
    } else current += character
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
  const shared = sameLength && length <= 4 && tail.length >= 2 && noun !== '' && tail.endsWith(noun) ? tail : noun
  return [...others.map((part) => (MEASURE_NOUN.test(part) ? part : part + shared)), last]
}
