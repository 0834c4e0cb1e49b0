import { describe, expect, it } from 'vitest'
import { asksForProblems } from './problem-question.ts'

describe('asksForProblems', () => {
  it.each([
    '科技创新还差在哪儿？',
    '青禾政府说自己还有哪些难处？',
    '债务风险方面还有什么难题？',
    '政府说产业上还有哪些毛病？',
    '青禾和全国比差在哪？',
    '青禾的短板主要在哪几方面？',
    '环境方面还有什么没做好？',
    '哪些地方做得还不够好？',
    '省长承认养老这块做得够不够？',
    '报告自己承认的主要问题是什么？',
    '2031年报告里的困难和问题？',
  ])('%s asks what is wrong', (question) => {
    expect(asksForProblems(question)).toBe(true)
  })

  it.each([
    '怎么解决看病难的问题？',
    '困难群众有哪些补助？',
    '解决了哪些突出问题？',
    '针对短板有哪些举措？',
    '申请还缺哪些材料？',
    '青禾地区生产总值是多少？',
  ])('%s asks for something else', (question) => {
    expect(asksForProblems(question)).toBe(false)
  })
})
