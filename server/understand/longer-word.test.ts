import { describe, expect, it } from 'vitest'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { goesOnAsWord } from './longer-word.ts'

const { segmenter } = await openSegmenter()

describe('goesOnAsWord', () => {
  it.each([
    ['人工智能细分领域企业', 1],
    ['家庭农场', 1],
    ['项目', 1],
    ['名校', 1],
    ['个体工商户', 1],
    ['户外劳动者站点', 1],
  ])('%s counts by no measure word', (after, end) => {
    expect(goesOnAsWord(after, end, segmenter.cut)).toBe(true)
  })

  it.each([
    ['场文旅活动', 1],
    ['家企业', 1],
    ['户规上工业企业', 1],
    ['人来看病', 1],
    ['人', 1],
    ['个工作日内办结', 4],
    ['种鸟', 1],
    ['万吨粮食', 2],
  ])('%s is counted', (after, end) => {
    expect(goesOnAsWord(after, end, segmenter.cut)).toBe(false)
  })
})
