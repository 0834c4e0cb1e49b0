import { expect, it } from 'vitest'
import { withoutAsking } from './words-of-asking.ts'

it.each([
  ['概括一下报告里的主要内容', ''],
  ['数字经济方面讲了哪些行动计划', '数字经济'],
  ['“十六五”时期乡村振兴的要点', '乡村振兴'],
  ['去年民生保障存在的短板', '民生'],
  ['政府自身建设有哪些举措', '自身建设'],
])('%s names %s', (question, subject) => expect(withoutAsking(question)).toBe(subject))
