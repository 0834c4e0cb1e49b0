import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'

describe('a sentence that dates what follows it', () => {
  const { sentences } = parseText(
    '白水县发展规划\n\n一、发展目标\n\n到2035年，努力实现以下目标：\n\n——经济迈上新台阶。水渠达到300公里，年均增长6%。\n\n——民生改善。2032年建成学校3所。\n\n第一阶段到2036年，水渠成网。新修闸门9座。\n\n水渠常年通水。\n\n二、保障措施\n\n落实责任，每年修建水渠30公里。\n',
    '规划.txt',
  )
  const yearOf = (part: string): number | null | undefined => sentences.find(({ text }) => text.includes(part))?.facets.year

  it.each<[string, number | null]>([
    ['水渠达到300公里', 2035],
    ['建成学校3所', 2032],
    ['新修闸门9座', 2036],
    ['水渠常年通水', 2035],
    ['每年修建水渠30公里', null],
  ])('%s: %s', (part, year) => expect(yearOf(part)).toBe(year))
})
