import { describe, expect, it } from 'vitest'
import { askedMeasure, isOfMeasure } from './asked-measure.ts'

describe('askedMeasure', () => {
  it.each([
    '甲省和乙省去年GDP总量分别是多少',
    '甲市和乙市一般公共预算收入各是多少',
    '两县粮食产量谁多',
    '甲州和乙盟的存款余额各是多少',
    '两区社会消费品零售总额上哪边大',
    '三个县哪个县GDP最高',
  ])('reads amounts in %s', (asked) => expect(askedMeasure({ asked, tense: null })).toBe('level'))

  it.each(['甲省和乙省GDP增速谁高', '去年甲市的GDP比乙市快了几个百分点', '两区财政收入分别增长多少'])('reads growths in %s', (asked) =>
    expect(askedMeasure({ asked, tense: null })).toBe('growth'),
  )

  it('leaves targets open: they are set either way', () => {
    expect(askedMeasure({ asked: '甲省和乙省今年GDP目标各是多少', tense: 'target' })).toBeNull()
  })

  it('takes no growth for an amount', () => {
    expect(isOfMeasure('growth', 'level')).toBe(false)
    expect(isOfMeasure('level', 'level')).toBe(true)
    expect(isOfMeasure('growth', null)).toBe(true)
  })
})
