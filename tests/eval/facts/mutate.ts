import { findQuantities } from '../../../ingest/facts/find-quantities.ts'
import type { TrueStatement } from './reword.ts'
import { pick } from './seeded-random.ts'

export const MUTATION_KINDS = ['digit', 'swap', 'year', 'place', 'tense', 'negation', 'unit'] as const
export type MutationKind = (typeof MUTATION_KINDS)[number]

/** Makes a true statement false in one way, or null where it offers no hold for that. */
export type Mutation = (statement: TrueStatement, random: () => number) => string | null

const changeDigit: Mutation = ({ text }, random) => {
  const quantity = pick(
    random,
    findQuantities(text).filter(({ script, kind }) => script === 'arabic' && kind === 'quantity'),
  )
  if (!quantity) return null
  const digits = [...quantity.figureText].flatMap((character, index) => (/[0-9]/.test(character) ? [index] : []))
  const index = pick(random, digits)
  if (index === undefined) return null
  const old = Number(quantity.figureText.charAt(index))
  const changed = (old + 1 + Math.floor(random() * 9)) % 10
  const at = quantity.figureRange.start + index
  // A leading zero would be another notation, not another figure.
  const digit = changed === 0 && index === 0 ? (old + 1) % 10 || 1 : changed
  return digit === old ? null : text.slice(0, at) + String(digit) + text.slice(at + 1)
}

const swapFigures: Mutation = ({ text }, random) => {
  const quantities = findQuantities(text).filter(({ script, kind }) => script === 'arabic' && kind === 'quantity')
  const pairs = quantities.flatMap((first, index) =>
    quantities
      .slice(index + 1)
      .filter((second) => second.unit === first.unit && second.dimension === first.dimension && second.value !== first.value)
      .map((second) => ({ first, second })),
  )
  const pair = pick(random, pairs)
  if (!pair) return null
  const a = pair.first.figureRange
  const b = pair.second.figureRange
  return text.slice(0, a.start) + text.slice(b.start, b.end) + text.slice(a.end, b.start) + text.slice(a.start, a.end) + text.slice(b.end)
}

const changeYear: Mutation = ({ text }, random) => {
  const match = /(?<![0-9])(20[0-9]{2})(?=\s?年)/.exec(text)
  if (!match) return null
  const shift = pick(random, [-3, -2, -1, 1, 2, 3]) ?? 1
  return text.slice(0, match.index) + String(Number(match[1]) + shift) + text.slice(match.index + 4)
}

const OTHER_PLACES = ['河西市', '临江区', '长岭县', '青原省', '东源市', '北屏旗', '安澜区', '平湖县']

const changePlace: Mutation = ({ text, source }, random) => {
  const { place } = source.cited
  const other = pick(random, OTHER_PLACES)
  return place === null || !other || !text.includes(place) ? null : text.replace(place, other)
}

const turnTense: Mutation = ({ text, source }, random) => {
  const { tense } = source.cited
  const isTarget = /力争|确保|争取/.test(text) || tense === 'target'
  if (tense === null) return null
  if (isTarget) {
    const marked = text.replace(/力争(?:全年|年内)?|确保/, '已完成')
    if (marked !== text) return marked
    const verb = /(?<!计划|目标|与)(?:达到|增长|突破|完成|提高|下降)(?!了|[^,，;；。]{0,6}(?:目标|任务|水平|质量|能力))/.exec(text)
    return verb ? `${text.slice(0, verb.index)}${random() < 0.5 ? '已' : ''}${verb[0]}了${text.slice(verb.index + verb[0].length)}` : null
  }
  const verb = /(?:达到|增长|突破|完成|提高|下降|实现)/.exec(text)
  return verb
    ? `${text.slice(0, verb.index)}${pick(random, ['力争', '计划', '确保'])}${verb[0] === '完成' ? '完成' : verb[0]}${text.slice(verb.index + verb[0].length)}`
    : null
}

/** 不, 未 or 没有 dropped; where there is none, 未 put before a verb. */
const turnNegation: Mutation = ({ text }, random) => {
  const match = pick(random, [...text.matchAll(/(?:没有|不|未)(?=[\u4e00-\u9fff]{2})(?!断|仅|但|来|只|同|过)/g)])
  if (match) return text.slice(0, match.index) + text.slice(match.index + match[0].length)
  const verb = pick(random, [...text.matchAll(/(?<![不未力争确保])(?:实现|完成|达到|建成|突破|通过|获批|列入)/g)])
  return verb ? `${text.slice(0, verb.index)}未${text.slice(verb.index)}` : null
}

const OTHER_UNITS: readonly (readonly [string, string])[] = [
  ['亿元', '万元'],
  ['万元', '亿元'],
  ['个百分点', '%'],
  ['%', '个百分点'],
  ['万人', '万户'],
  ['人', '户'],
  ['户', '人'],
  ['万亩', '亩'],
  ['亩', '公顷'],
  ['万吨', '吨'],
  ['公里', '米'],
  ['万千瓦', '千瓦'],
  ['平方米', '亩'],
  ['亿斤', '万吨'],
  ['个', '项'],
  ['家', '个'],
  ['项', '家'],
]

const changeUnit: Mutation = ({ text }, random) => {
  const found = findQuantities(text).flatMap((quantity) => {
    const other = OTHER_UNITS.find(([unit]) => unit === quantity.unit)?.[1]
    return other === undefined ? [] : [{ quantity, other }]
  })
  const chosen = pick(random, found)
  if (!chosen) return null
  const { start, end } = chosen.quantity.unitRange
  return text.slice(0, start) + chosen.other + text.slice(end)
}

export const MUTATIONS: Readonly<Record<MutationKind, Mutation>> = {
  digit: changeDigit,
  swap: swapFigures,
  year: changeYear,
  place: changePlace,
  tense: turnTense,
  negation: turnNegation,
  unit: changeUnit,
}
