import { describe, expect, it } from 'vitest'
import type { FocusPart } from '../../understand/intent.ts'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { createWordings } from '../sentences/wordings.ts'
import { createOwnThingCover } from './cover-own-thing.ts'

const contextOf = (asked: string, focus: readonly FocusPart[], mentions = true): AnswerContext =>
  ({
    intent: { asked, focus, years: [], places: [], kind: 'value', tense: null, expected: { kind: 'figure', unit: '' } },
    knowledge: { mentions: () => mentions },
    segmenter: { cut: (text: string) => [text] },
    synonyms: () => [],
    snapshot: { sentences: [], sentencePostings: { rows: () => [] } },
    wordings: { ...createWordings(), ofRow: ({ sentence }: { sentence: { text: string } }) => sentence.text },
  }) as unknown as AnswerContext

const candidateOf = (text: string): Candidate => ({ evidence: { row: { sentence: { text } } }, text }) as unknown as Candidate

const FOCUS: readonly FocusPart[] = [
  { text: '外汇储备', weight: 1 },
  { text: '外商投资', weight: 0.5 },
]

describe('what answers a follow-up that names another thing', () => {
  const told = candidateOf('利用外商投资606亿美元。')

  it('names it', () => {
    const objects = createOwnThingCover(contextOf('外汇储备呢', FOCUS))
    expect(objects(told)).toEqual({ missing: '外汇储备' })
    expect(objects(candidateOf('外汇储备6099亿美元。'))).toBeNull()
  })

  it('may tell what was asked before where more than a thing is named, nothing was taken over or the library never names it', () => {
    expect(createOwnThingCover(contextOf('外汇储备最后涨了多少', FOCUS))(told)).toBeNull()
    expect(createOwnThingCover(contextOf('外汇储备呢', FOCUS.slice(0, 1)))(told)).toBeNull()
    expect(createOwnThingCover(contextOf('外汇储备呢', FOCUS, false))(told)).toBeNull()
  })
})
