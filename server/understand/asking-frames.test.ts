import { describe, expect, it } from 'vitest'
import { withoutFrames } from './asking-frames.ts'

const plain = (text: string): string => withoutFrames(text).replace(/\s+/g, ' ').trim()

describe('withoutFrames', () => {
  it.each([
    ['青禾市长讲到科技创新还差在哪儿？', '青禾 科技创新 不足 ？'],
    [' 长说今年的实事', '今年的实事'],
    ['省政府自己承认的民生问题', '民生问题'],
    ['县里说水渠修了多长', '水渠修了多长'],
    ['州长要求每个乡镇做什么', '每个乡镇做什么'],
    ['报告承认自己有哪些短板', '有哪些短板'],
  ])('%s: who tells it is no part of the subject', (question, rest) => {
    expect(plain(question)).toBe(rest)
  })

  it.each([
    ['三年拿多少钱出来搞智能制造', '三年 智能制造'],
    ['修路一共砸了多少钱', '修路一共'],
    ['掏了几个亿建医院', '建医院'],
    ['银行的风险打算怎么化解', '银行的风险 怎么化解'],
  ])('%s: what is done with money, and that it is meant to be done, is no subject', (question, rest) => {
    expect(plain(question)).toBe(rest)
  })

  it.each([
    ['外贸一共做了多少', '外贸 了多少'],
    ['出口表现怎么样', '出口 怎么样'],
    ['湿地现在是多少', '湿地 是多少'],
  ])('%s: how it is asked is no subject', (question, rest) => {
    expect(plain(question)).toBe(rest)
  })

  it('keeps what happened when it did not, and takes the unit off', () => {
    expect(plain('多少天没发生火灾')).toBe('多少 发生火灾')
  })

  it.each(['财政支出多少钱', '政府提高了多少补助', '报告说明了什么', '偿还有多少', '实现在岗培训多少人', '市政府讲话精神', '搞好教育'])(
    '%s stays as it is',
    (question) => {
      expect(withoutFrames(question)).toBe(question)
    },
  )
})
