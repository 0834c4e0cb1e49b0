import { expect, test } from 'vitest'
import { focusStretches } from './focus.ts'
import { wantsTable } from './question-kind.ts'

test.each([
  '把2030、2031年各区县粮食产量目标做成表',
  '把就业目标和完成情况列成一张对照表',
  '列个表：2029—2031年固定资产投资',
  '用表格对比两个县的增速',
  '整理成汇总表',
])('%s asks for a table', (question) => {
  expect(wantsTable(question)).toBe(true)
})

test.each(['人大代表有多少名？', '去年表彰了哪些单位？', '表决通过了什么？', '今年GDP目标是多少？', '列出今年的重点项目', '代表团怎么表态的？'])(
  '%s does not',
  (question) => {
    expect(wantsTable(question)).toBe(false)
  },
)

test('what is asked for is no part of what the question is about', () => {
  expect(focusStretches('把粮食产量目标做成表格')).toEqual(['粮食产量目标'])
})
