import { describe, expect, it } from 'vitest'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { withCondition } from './with-condition.ts'

const told = (sentence: string, text: string): string =>
  withCondition({ text, rows: [{ sentence: { text: sentence } } as unknown as SentenceRow] }).text

describe('withCondition', () => {
  it.each([
    ['扣除水利投资后，固定资产投资增长3%。', '固定资产投资增长3%', '扣除水利投资后，固定资产投资增长3%'],
    ['修渠27公里；剔除价格因素，居民收入增长4%。', '居民收入增长4%', '剔除价格因素，居民收入增长4%'],
    ['除税收返还外，补助总额9亿元。', '补助总额9亿元', '除税收返还外，补助总额9亿元'],
    ['全市收入7亿元，按可比口径计算，增长5%。', '增长5%', '按可比口径计算，增长5%'],
    ['不含农户，投资增长6%。', '投资增长6%', '不含农户，投资增长6%'],
    ['在上年高基数的基础上，产值增长6%。', '产值增长6%', '在上年高基数的基础上，产值增长6%'],
    ['修渠27公里，产值增长6%。', '产值增长6%', '产值增长6%'],
    ['消除隐患9处，产值增长6%。', '产值增长6%', '产值增长6%'],
    ['扣除水利投资后，投资持平，产值增长6%。', '产值增长6%', '产值增长6%'],
  ])('%s: %s', (sentence, text, whole) => expect(told(sentence, text)).toBe(whole))
})
