import type { Quantity } from './figure.ts'
import { qualifierAfter, qualifierBefore } from './qualifiers.ts'
import { readArabic, readHan } from './read-numeral.ts'
import type { Dimension } from './units.ts'

interface Share {
  readonly end: number
  readonly value: number
  readonly dimension: Dimension
  readonly baseUnit: string
}

const TENTHS = /([一二两三四五六七八九])成(半?)(?=[左以多的,。;、)]|$)/y
const HALF = /一半(?![是上])|过半(?=[,。;、)]|$)/y
const DOUBLING = /翻([一两二三四0-9]?)番/y

/**
 * Shares and multiples that are written out: 三分之二, 百分之六十, 两成, 一半, 过半, 翻一番, 翻两番. Shares are read as percent.
 */
export function matchFraction(text: string, folded: string, at: number): Quantity | null {
  const share = matchParts(folded, at) ?? matchTenths(folded, at) ?? matchHalf(folded, at) ?? matchDoubling(folded, at)
  if (!share) return null
  const before = qualifierBefore(folded, at)
  const after = qualifierAfter(folded, share.end)
  const words = [before?.text, after?.text].filter((word) => word !== undefined)
  return {
    kind: 'quantity',
    range: { start: before?.start ?? at, end: after?.end ?? share.end },
    figureRange: { start: at, end: share.end },
    figureText: text.slice(at, share.end),
    printedValue: share.value,
    value: share.value,
    upper: null,
    unit: '',
    unitRange: { start: share.end, end: share.end },
    baseUnit: share.baseUnit,
    dimension: share.dimension,
    qualifier: words.length > 0 ? words.join('') : null,
    bound: before?.bound ?? after?.bound ?? (folded.startsWith('过半', at) ? 'at-least' : 'exact'),
    script: 'han',
  }
}

function percent(end: number, value: number): Share {
  return { end, value: Number(value.toPrecision(12)), dimension: 'percent', baseUnit: '%' }
}

function matchParts(folded: string, at: number): Share | null {
  const whole = readHan(folded, at)
  if (!whole || !folded.startsWith('分之', whole.end)) return null
  const part = readHan(folded, whole.end + 2) ?? readArabic(folded, whole.end + 2)
  if (!part || whole.value === 0) return null
  let value = part.value
  let end = part.end
  if (folded.charAt(end) === '点') {
    const decimals = readHan(folded, end + 1)
    if (decimals) {
      value += decimals.value / 10 ** (decimals.end - decimals.start)
      end = decimals.end
    }
  }
  return percent(end, (value / whole.value) * 100)
}

function matchTenths(folded: string, at: number): Share | null {
  TENTHS.lastIndex = at
  const match = TENTHS.exec(folded)
  if (!match?.[1]) return null
  const tenths = readHan(match[1], 0)?.value ?? 0
  return percent(at + match[0].length, tenths * 10 + (match[2] ? 5 : 0))
}

function matchHalf(folded: string, at: number): Share | null {
  HALF.lastIndex = at
  const match = HALF.exec(folded)
  return match ? percent(at + match[0].length, 50) : null
}

function matchDoubling(folded: string, at: number): Share | null {
  DOUBLING.lastIndex = at
  const match = DOUBLING.exec(folded)
  if (!match) return null
  const times = match[1] ? (readHan(match[1], 0) ?? readArabic(match[1], 0))?.value : 1
  return { end: at + match[0].length, value: times ?? 1, dimension: 'doubling', baseUnit: '番' }
}
