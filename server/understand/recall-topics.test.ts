import { describe, expect, it } from 'vitest'
import { recallTopics } from './recall-topics.ts'

const focus = [
  { text: '水渠长度', weight: 1 },
  { text: '水库', weight: 0.5 },
  { text: '库容', weight: 0.5 },
]

describe('recallTopics', () => {
  it('puts what was asked before in the place of the words that point to it, oldest first', () => {
    expect(recallTopics('到2031年，这两项分别是多少？', focus)).toEqual([
      { name: '水库库容', question: '到2031年，水库库容是多少？' },
      { name: '水渠长度', question: '到2031年，水渠长度是多少？' },
    ])
  })

  it('needs two topics, and words that point to them', () => {
    expect(recallTopics('这两项呢？', focus.slice(0, 1))).toEqual([])
    expect(recallTopics('那年水渠多长？', focus)).toEqual([])
  })
})
