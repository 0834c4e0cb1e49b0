import { describe, expect, it } from 'vitest'
import { isBareMeasure } from './bare-measure.ts'

describe('isBareMeasure', () => {
  it.each<[string, boolean]>([
    ['进出口', true],
    ['GDP', true],
    ['粮食产量目标', true],
    ['居民收入增速', true],
    ['清河港吞吐量', true],
    ['规模以上工业增加值目标', true],
    ['清河国际机场年旅客吞吐量', false],
    ['扩大进口', false],
    ['增加农民收入', false],
    ['水渠建设', false],
    ['稳外贸措施', false],
  ])('%s: %s', (text, expected) => expect(isBareMeasure([{ text, weight: 1 }])).toBe(expected))

  it('is none beside other words', () => {
    expect(
      isBareMeasure([
        { text: '水渠', weight: 1 },
        { text: '收入', weight: 1 },
      ]),
    ).toBe(false)
  })
})
