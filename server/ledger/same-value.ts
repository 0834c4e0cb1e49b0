import type { Quantity } from '../../ingest/facts/figure.ts'

/** 左右 and the like bound a figure this loosely. */
const ABOUT = 0.05

/**
 * Whether two figures can both be true of the same thing: equal in the base unit, equal when the finer one is rounded to the digits of the coarser, or within what
 * 左右, 以上, 以内 and a range leave open.
 */
export function canBothHold(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== b.dimension || a.baseUnit !== b.baseUnit) return true
  if (roundsTo(a, b) || roundsTo(b, a)) return true
  if (a.upper !== null || b.upper !== null) return (a.upper ?? a.value) >= b.value && (b.upper ?? b.value) >= a.value
  if (a.bound === 'about' || b.bound === 'about') return Math.abs(a.value - b.value) <= ABOUT * Math.max(Math.abs(a.value), Math.abs(b.value))
  if (a.bound === 'exact' && b.bound === 'exact') return false
  return reaches(a, b) && reaches(b, a)
}

/** What `a` bounds from one side leaves `b` open. Two lower bounds of different height are two different figures. */
function reaches(a: Quantity, b: Quantity): boolean {
  if (a.bound === 'at-least') return b.bound === 'exact' && b.value >= a.value
  if (a.bound === 'at-most') return b.bound === 'exact' && b.value <= a.value
  return b.bound !== 'exact'
}

/** 2064.5亿元 and 2065亿元: rounded to the digits that `coarse` prints they are the same. */
function roundsTo(fine: Quantity, coarse: Quantity): boolean {
  if (fine.value === coarse.value) return true
  const factor = coarse.printedValue === 0 ? 1 : coarse.value / coarse.printedValue
  const decimals = /\.(\d+)/.exec(coarse.figureText)?.[1]?.length ?? 0
  const step = factor / 10 ** decimals
  return decimals + coarse.figureText.replace(/\D/g, '').length >= 2 && Math.abs(fine.value - coarse.value) <= step / 2
}
