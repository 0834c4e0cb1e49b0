import { describe, expect, it } from 'vitest'
import type { BriefSection } from '../../server/contract/briefs.ts'
import type { Citation, Statement } from '../../server/contract/chat.ts'
import { canMove, moveStatement, removeStatement, renameSection, rewriteStatement, takeAnswer } from './brief-edit.ts'

const sections: BriefSection[] = [
  {
    heading: '一、总体',
    statements: [
      { text: '甲', citations: [1], verdict: 'supported' },
      { text: '乙', citations: [2], verdict: 'mismatch', problems: [{ kind: 'figure', message: '数字不符' }] },
    ],
  },
  { heading: '二、分项', statements: [{ text: '丙', citations: [3], verdict: 'supported' }] },
]
const texts = (edited: { statements: { text: string }[] }[]) => edited.map(({ statements }) => statements.map(({ text }) => text).join(''))

describe('edits of a brief', () => {
  it('send texts and citations without the old verdicts', () => {
    expect(rewriteStatement(sections, { section: 0, statement: 1 }, '改')).toEqual([
      {
        heading: '一、总体',
        statements: [
          { text: '甲', citations: [1] },
          { text: '改', citations: [2] },
        ],
      },
      { heading: '二、分项', statements: [{ text: '丙', citations: [3] }] },
    ])
  })

  it('move a statement inside its section, over its border, and nowhere at the ends', () => {
    expect(texts(moveStatement(sections, { section: 0, statement: 0 }, 1))).toEqual(['乙甲', '丙'])
    expect(texts(moveStatement(sections, { section: 0, statement: 1 }, 1))).toEqual(['甲', '乙丙'])
    expect(texts(moveStatement(sections, { section: 1, statement: 0 }, -1))).toEqual(['甲乙丙', ''])
    expect(texts(moveStatement(sections, { section: 0, statement: 0 }, -1))).toEqual(['甲乙', '丙'])
    expect(canMove(sections, { section: 0, statement: 0 }, -1)).toBe(false)
    expect(canMove(sections, { section: 0, statement: 1 }, 1)).toBe(true)
    expect(canMove(sections, { section: 1, statement: 0 }, 1)).toBe(false)
  })

  it('remove and rename', () => {
    expect(texts(removeStatement(sections, { section: 0, statement: 0 }))).toEqual(['乙', '丙'])
    expect(renameSection(sections, 1, '三').map(({ heading }) => heading)).toEqual(['一、总体', '三'])
    expect(sections[0]?.statements).toHaveLength(2)
  })

  it('take the cited statements of an answer, under numbers that the brief has or new ones', () => {
    const cite = (n: number, documentId: string, start: number): Citation => ({
      n,
      documentId,
      title: '某报告',
      file: 'a.txt',
      sectionPath: [],
      quote: '句',
      start,
      end: start + 5,
      year: null,
      place: null,
    })
    const state = (text: string, citations: number[]): Statement => ({ text, citations, verdict: 'supported' })
    const brief = { sections, citations: [cite(1, 'd1', 0), cite(7, 'd1', 10)] }
    const answer = {
      statements: [state('丁', [1, 2]), state('戊', [2]), state('无据', [])],
      citations: [cite(1, 'd1', 12), cite(2, 'd2', 30)],
    }
    const patch = takeAnswer(brief, answer, 1)
    expect(patch.addCitations).toEqual([{ n: 8, documentId: 'd2', start: 30, end: 35 }])
    expect(patch.sections?.[1]?.statements.slice(1)).toEqual([
      { text: '丁', citations: [7, 8] },
      { text: '戊', citations: [8] },
    ])
    expect(takeAnswer(brief, answer, '三、补充').sections?.map(({ heading }) => heading)).toEqual(['一、总体', '二、分项', '三、补充'])
  })
})
