import { describe, expect, it } from 'vitest'
import { completeWindow, windowNeedOf } from './window-need.ts'

const complete = (asked: string, sentence: string, window: string, maxChars = 150): string => {
  const need = windowNeedOf(asked)
  return need === null ? window : completeWindow(sentence, window, need, maxChars)
}

describe('completeWindow', () => {
  it.each<[string, string, string, string]>([
    [
      '房租补贴封顶多少？',
      '新设立的船企，租用面积不超过10平方米的，给予三年房租补贴，单个企业累计不超过50万元，期间不得转租。',
      '租用面积不超过10平方米的，给予三年房租补贴',
      '租用面积不超过10平方米的，给予三年房租补贴，单个企业累计不超过50万元',
    ],
    ['骗取补贴的怎么处理？', '对骗取补贴的，依法追回资金。', '对骗取补贴的', '对骗取补贴的，依法追回资金。'],
    [
      '哪家企业填补了黄胶空白？',
      '青湾胶业二期项目投产，填补全市黄胶产业空白。',
      '填补全市黄胶产业空白',
      '青湾胶业二期项目投产，填补全市黄胶产业空白。',
    ],
    [
      '哪条路通车后白县有了高速？',
      '水渠修通；青白高速通车，白县结束不通高速的历史。',
      '白县结束不通高速的历史',
      '青白高速通车，白县结束不通高速的历史。',
    ],
    ['修了多少水渠？', '青湾水务局牵头，修建水渠30公里。', '修建水渠30公里', '修建水渠30公里'],
  ])('%s', (asked, sentence, window, told) => {
    expect(complete(asked, sentence, window)).toBe(told)
  })

  it('puts a clause that stands too far behind dots', () => {
    const sentence = `给予补贴，${'由各县水务局会同财政局审核后报市里批准，'.repeat(2)}最高20万元。`
    expect(complete('补贴最高多少？', sentence, '给予补贴', 30)).toBe('给予补贴……最高20万元。')
  })
})
