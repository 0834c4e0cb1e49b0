import { describe, expect, it } from 'vitest'
import { fromSubject } from './from-subject.ts'

describe('fromSubject', () => {
  const SENTENCE = '城镇居民人均可支配收入15781元，农村居民人均纯收入4761元，实际增长8.4%和8%；研发经费，从2026年3亿元增加到2030年9亿元，占比2%。'

  it.each<[string, string]>([
    ['农村居民人均纯收入4761元，实际增长8.4%和8%', '城镇居民人均可支配收入15781元，农村居民人均纯收入4761元，实际增长8.4%和8%'],
    ['从2026年3亿元增加到2030年9亿元', '研发经费，从2026年3亿元增加到2030年9亿元'],
    ['占比2%', '占比2%'],
    ['农村居民人均纯收入4761元', '农村居民人均纯收入4761元'],
  ])('%s: %s', (window, text) => expect(fromSubject(SENTENCE, window, 150)).toBe(text))
})
