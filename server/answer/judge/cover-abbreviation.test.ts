import { describe, expect, it } from 'vitest'
import type { AnswerContext, Candidate } from '../context/answer-context.ts'
import { createWordings } from '../sentences/wordings.ts'
import { createAbbreviationCover } from './cover-abbreviation.ts'

const contextOf = (asked: string, focus: string): AnswerContext =>
  ({
    intent: { asked, focus: [{ text: focus, weight: 1 }], kind: 'value', expected: { kind: 'figure', unit: '' } },
    synonyms: (text: string) => (text === 'AI' ? [{ found: 'AI', others: ['人工智能'] }] : []),
    wordings: { ...createWordings(), ofRow: ({ sentence }: { sentence: { text: string } }) => createWordings().ofText(sentence.text) },
  }) as unknown as AnswerContext

const candidateOf = (text: string): Candidate => ({ evidence: { row: { sentence: { text } } }, text }) as unknown as Candidate

describe('a name with Latin letters', () => {
  it('is told with them', () => {
    const objects = createAbbreviationCover(contextOf('新建多少座5G基站', '5G基站'))
    expect(objects(candidateOf('建成重卡换电站25座。'))).toEqual({ missing: '5G' })
    expect(objects(candidateOf('建成5G基站25座。'))).toBeNull()
  })

  it('may be told otherwise where papers call it so, and a unit is none', () => {
    expect(createAbbreviationCover(contextOf('AI企业多少家', 'AI企业'))(candidateOf('人工智能企业25家。'))).toBeNull()
    expect(createAbbreviationCover(contextOf('光伏装机多少GW', '光伏装机多少GW'))(candidateOf('光伏装机25吉瓦。'))).toBeNull()
  })
})
