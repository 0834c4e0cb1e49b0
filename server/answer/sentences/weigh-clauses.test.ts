import { describe, expect, it } from 'vitest'
import { splitClauseTexts } from './clause-window.ts'
import { holdsFigure } from './weigh-clauses.ts'

describe('holdsFigure', () => {
  it.each(['原煤五年投资一百七十九亿元', '人均收入六百三十元', '第三条 每户补贴500元', '4.2万人受益', '（二）修渠27公里'])('%s gives one', (text) =>
    expect(holdsFigure(text)).toBe(true),
  )
  it.each(['第七条 申请人应当如实填报', '3.2由平台生成的图片应当添加标识', '（三）加强组织领导', '2.完善标准体系'])('%s gives none', (text) =>
    expect(holdsFigure(text)).toBe(false),
  )
})

describe('splitClauseTexts', () => {
  it('keeps thousands together, with a comma of either width', () =>
    expect(splitClauseTexts('粮食产量33，212万吨，比上年增加2,737万吨')).toEqual(['粮食产量33，212万吨，', '比上年增加2,737万吨']))
})
