import { describe, expect, it } from 'vitest'
import { findDraftProblem, type MetadataDraft, patchOf } from './metadata-draft.ts'

const before: MetadataDraft = { title: '某市报告', kind: '政府工作报告', year: '2024', place: '某市', number: '', issuer: '', date: '', speaker: '' }

describe('patchOf', () => {
  it('sends only what changed: the year as a number, an emptied field as null', () => {
    expect(patchOf(before, { ...before, year: ' 2025 ', place: '', speaker: '张三' })).toEqual({ year: 2025, place: null, speaker: '张三' })
    expect(patchOf(before, { ...before, title: '某市报告 ' })).toEqual({})
  })
})

describe('findDraftProblem', () => {
  it('asks for a four-digit year and an ISO date, or nothing', () => {
    expect(findDraftProblem(before)).toBeNull()
    expect(findDraftProblem({ ...before, year: '25' })).toContain('年份')
    expect(findDraftProblem({ ...before, date: '2025年1月' })).toContain('日期')
    expect(findDraftProblem({ ...before, year: '', date: '2025-01-20' })).toBeNull()
  })
})
