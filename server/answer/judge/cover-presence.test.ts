import { describe, expect, it } from 'vitest'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { createWordings } from '../sentences/wordings.ts'
import { createPresenceCover } from './cover-presence.ts'

const WORDS = ['海洋', '经济', '地铁', '怎么', '回来']
const cut = (text: string): string[] => {
  const words: string[] = []
  for (let at = 0; at < text.length; at += words.at(-1)?.length ?? 1) {
    words.push(WORDS.find((word) => text.startsWith(word, at)) ?? text.charAt(at))
  }
  return words
}

const contextOf = (asked: string, name: string): AnswerContext =>
  ({
    intent: {
      asked,
      focus: [{ text: name, weight: 1 }],
      years: [],
      places: [],
      kind: 'value',
      tense: null,
      expected: { kind: 'statement' },
    },
    knowledge: { mentions: () => true },
    segmenter: { cut },
    synonyms: () => [],
    snapshot: { sentences: [], sentencePostings: { rows: () => [] } },
    wordings: { ...createWordings(), ofRow: ({ sentence }: { sentence: { text: string } }) => sentence.text },
  }) as unknown as AnswerContext

const candidateOf = (text: string): Candidate => ({ evidence: { row: { sentence: { text } } }, text }) as unknown as Candidate

describe('what answers whether there is something', () => {
  const other = candidateOf('民营经济增加值突破1万亿元。')

  it('names it', () => {
    const objects = createPresenceCover(contextOf('青江有海洋经济吗？', '海洋经济'))
    expect(objects(other)).toEqual({ missing: '海洋' })
    expect(objects(candidateOf('深化海洋经济发展示范区建设。'))).toBeNull()
    expect(createPresenceCover(contextOf('青江有没有海洋经济', '海洋经济'))(other)).not.toBeNull()
  })

  it('is left to others where it is not asked for or put in words of speech', () => {
    expect(createPresenceCover(contextOf('青江有海洋经济的哪些优势', '海洋经济'))(other)).toBeNull()
    expect(createPresenceCover(contextOf('青江有怎么回来吗', '怎么回来'))(other)).toBeNull()
  })
})
