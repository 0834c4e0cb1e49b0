import { describe, expect, it } from 'vitest'
import type { BriefSection } from '../../server/contract/briefs.ts'
import { addStatement, canMove, moveStatement, removeStatement, renameSection, rewriteStatement } from './brief-edit.ts'

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

  it('remove, add and rename', () => {
    expect(texts(removeStatement(sections, { section: 0, statement: 0 }))).toEqual(['乙', '丙'])
    expect(texts(addStatement(sections, 1, '丁', [4]))).toEqual(['甲乙', '丙丁'])
    expect(renameSection(sections, 1, '三').map(({ heading }) => heading)).toEqual(['一、总体', '三'])
    expect(sections[0]?.statements).toHaveLength(2)
  })
})
