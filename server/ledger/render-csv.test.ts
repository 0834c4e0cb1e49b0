import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderCsv } from './render-csv.ts'

test('cells are quoted where they must be', () => {
  expect(renderCsv([['甲', '乙,丙', '他说"好"', '两\n行', 3.5, null]])).toBe('\uFEFF甲,"乙,丙","他说""好""","两\n行",3.5,\r\n')
})

test('no cell begins with what a spreadsheet runs', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '"=', '＝', '')
  fc.assert(
    fc.property(start, fc.string(), (first, rest) => {
      const cell = renderCsv([[first + rest]])
        .slice(1, -2)
        .replace(/^"/, '')
      expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    }),
  )
})
