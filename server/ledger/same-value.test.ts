import { expect, test } from 'vitest'
import { isQuantity, type Quantity } from '../../ingest/facts/figure.ts'
import { findFigures } from '../../ingest/facts/find-figures.ts'
import { canBothHold } from './same-value.ts'

function quantity(text: string): Quantity {
  const found = findFigures(`达${text}`).find(isQuantity)
  if (!found) throw new Error(`no quantity in ${text}`)
  return found
}

test.each([
  ['3.5万人', '35000人', true],
  ['2064.5亿元', '2065亿元', true],
  ['8%左右', '8.2%', true],
  ['8%左右', '9.5%', false],
  ['3.5万人以上', '4.1万人', true],
  ['3.5万人以上', '3.1万人', false],
  ['3.5万人以上', '3.8万人以上', false],
  ['4%以内', '2.9%', true],
  ['4%以内', '4.5%', false],
  ['5%—6%', '5.5%', true],
  ['1290亿元', '1310亿元', false],
  ['7%', '8%', false],
  ['10亿元', '10%', true],
])('%s and %s can both hold: %s', (a, b, expected) => {
  expect(canBothHold(quantity(a), quantity(b))).toBe(expected)
  expect(canBothHold(quantity(b), quantity(a))).toBe(expected)
})
