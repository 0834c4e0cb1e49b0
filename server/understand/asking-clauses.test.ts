import { describe, expect, it } from 'vitest'
import { askingClauses } from './asking-clauses.ts'

const read = (question: string) => askingClauses(question).map(({ head, text }) => (head === '' ? text : `${head}｜${text}`))

describe('askingClauses', () => {
  it.each<[string, readonly string[]]>([
    ['试飞中，出现什么情形要暂停，什么情形要退出？', ['试飞中｜出现什么情形要暂停', '试飞中｜什么情形要退出']],
    ['补贴申请由谁受理，各县负责什么？', ['补贴申请由谁受理', '各县负责什么']],
    ['青石省最多报几个试点？什么时候报？', ['青石省最多报几个试点', '什么时候报']],
    ['允许联合申报吗，最多几家？', ['允许联合申报吗', '最多几家']],
  ])('%s', (question, clauses) => expect(read(question)).toEqual(clauses))

  it.each([
    ['one clause asks', '东湾港扩建，到2030年要投多少钱？'],
    ['the second names nothing to ask of', '方案提了几项措施，都是什么？'],
    ['a statement stands between', '青石县多少人，按户籍算，多少户？'],
  ])('finds none where %s', (_, question) => expect(askingClauses(question)).toEqual([]))
})
