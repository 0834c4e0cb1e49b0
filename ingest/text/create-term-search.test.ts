import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createAnalyzer } from './create-analyzer.ts'
import type { Segmenter } from './segmenter.ts'

/** Cuts every three characters and counts how often it is asked. */
function createThrees(): Segmenter & { asked: number } {
  const cut = (text: string): string[] => text.match(/.{1,3}/gu) ?? []
  return {
    id: 'threes',
    asked: 0,
    cut,
    cutForSearch(text) {
      this.asked += 1
      return cut(text)
    },
    isWord: () => false,
  }
}

const part = fc.constantFrom(
  '新建粮仓',
  '粮仓新建',
  '青禾县',
  '新建',
  '𠮷田',
  '3.5万人',
  '2031年',
  '12%',
  'R&D',
  '青政发〔2031〕7号',
  '，',
  '；',
  ' ',
)
const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))

it('finds just the terms that the analyzer would give, in their order', () => {
  const analyzer = createAnalyzer(createThrees())
  fc.assert(
    fc.property(text, text, (question, clause) => {
      const wanted = [...new Set(analyzer.terms(question))]
      const expected = [...new Set(analyzer.terms(clause).filter((term) => wanted.includes(term)))]
      expect(
        analyzer
          .searchFor(wanted)(clause)
          .map((number) => wanted[number]),
      ).toEqual(expected)
    }),
  )
})

it('asks the segmenter only about a text that holds a wanted word of three characters or more', () => {
  const segmenter = createThrees()
  const search = createAnalyzer(segmenter).searchFor(['粮', '粮仓', '青禾县'])
  expect(search('新建粮仓两座')).toEqual([0, 1])
  expect(segmenter.asked).toBe(0)
  expect(search('青禾县粮仓')).toEqual([0, 1, 2])
  expect(search('在青禾县')).toEqual([])
  expect(segmenter.asked).toBe(2)
})
