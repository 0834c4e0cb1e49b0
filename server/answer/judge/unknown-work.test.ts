import { describe, expect, it } from 'vitest'
import type { AnswerContext } from '../context/answer-context.ts'
import { unknownWork } from './unknown-work.ts'

const WORDS = new Set(['机场', '高铁', '铁路', '水库', '通用', '凤凰', '农村', '大学', '智慧', '医院', '西州', '十堰'])

function contextOf(words: readonly string[], sentences: readonly string[]): AnswerContext {
  const asked = words.join('')
  const holds = (...texts: readonly string[]): boolean => sentences.some((sentence) => texts.every((text) => sentence.includes(text)))
  return {
    intent: { asked, places: [] },
    segmenter: { cut: () => [...words], isWord: (text: string) => WORDS.has(text) },
    knowledge: { mentions: holds, mentionsTogether: holds, rowsNear: () => sentences.keys() },
    snapshot: { sentences: sentences.map((text) => ({ sentence: { text } })) },
  } as unknown as AnswerContext
}

describe('unknownWork', () => {
  it('finds a railway, an airport or a reservoir that no sentence names', () => {
    const sentences = ['甲乙高铁建成通车。', '云岭机场旅客吞吐量突破千万。']
    expect(unknownWork(contextOf(['丙丁', '高铁', '进展', '怎么样'], sentences))).toBe('丙丁高铁')
    expect(unknownWork(contextOf(['凤凰', '机场'], sentences))).toBe('凤凰机场')
    expect(unknownWork(contextOf(['渝', '昆', '高铁'], sentences))).toBe('渝昆高铁')
  })

  it('knows one by the kind that another paper puts it down as, and by the name that it is short for', () => {
    expect(unknownWork(contextOf(['甲乙', '铁路'], ['甲乙高铁建成通车。']))).toBeNull()
    expect(unknownWork(contextOf(['西十', '高铁'], ['西州至十堰高铁加快建设。']))).toBeNull()
  })

  it('takes no word that says what kind of work it is, or of speech, for a name', () => {
    expect(unknownWork(contextOf(['通用', '机场'], ['建成云岭机场。']))).toBeNull()
    expect(unknownWork(contextOf(['哪条', '高铁', '通了'], ['甲乙高铁建成通车。']))).toBeNull()
    expect(unknownWork(contextOf(['高铁', '建设'], ['甲乙铁路建成通车。']))).toBeNull()
  })

  it('lets pass a question that names a known work beside another', () => {
    expect(unknownWork(contextOf(['甲乙', '高铁', '和', '丙丁', '高铁'], ['甲乙高铁建成通车。']))).toBeNull()
  })
})
