import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import { documentKind } from './document-kind.ts'
import { applyMetadataEdits } from './metadata-edits.ts'
import { sectionPart } from './section-part.ts'
import { partByVerbs } from './verb-part.ts'

describe('documentKind', () => {
  it.each([
    ['青江市2031年政府工作报告', '政府工作报告'],
    ['关于白水县2030年国民经济和社会发展计划执行情况与2031年国民经济和社会发展计划（草案）的报告', '计划执行情况报告'],
    ['关于下达2031年青江市国民经济和社会发展计划的通知', '国民经济和社会发展计划'],
    ['关于2030年预算执行情况和2031年预算（草案）的报告', '预算执行情况报告'],
    ['青江市国民经济和社会发展第十六个五年规划纲要', '五年规划'],
    ['青江市2030年国民经济和社会发展统计公报', '统计公报'],
    ['关于加强水渠管理的通知', '通知'],
    ['水渠管理办法（试行）', '办法'],
    ['水网建设三年行动计划', '方案'],
    ['修渠记', '其他'],
  ])('%s is %s', (title, kind) => {
    expect(documentKind(title)).toBe(kind)
  })
})

describe('sectionPart', () => {
  it.each([
    ['2030年工作回顾', 'review'],
    ['过去一年主要成绩', 'review'],
    ['2031年计划执行情况', 'review'],
    ['2031年主要目标', 'plan'],
    ['今后五年的重点任务', 'plan'],
    ['名词解释', 'glossary'],
    ['2030年计划执行情况和2031年工作安排', null],
    ['水利', null],
  ])('%s is %s', (heading, part) => {
    expect(sectionPart(heading)).toBe(part)
  })
})

describe('partByVerbs', () => {
  it.each<[string, string | null]>([
    ['力争修渠。确保植树。加快修路。推进办学。年内通水。继续治沙。', 'plan'],
    ['完成了修渠。建成了水库。同比多修三里。荣获称号。获批试点。成功通水。', 'review'],
    ['修渠。植树。修路。', null],
    ['力争修渠。确保植树。加快修路。完成了水库。建成了大坝。荣获称号。', null],
  ])('%s', (text, part) => {
    expect(partByVerbs(text)).toBe(part)
  })
})

describe('applyMetadataEdits', () => {
  const { metadata } = parseText('青江市2031年政府工作报告\n\n各位代表：\n\n修建水渠三十公里。\n')

  it('replaces what is given, marks where it comes from, and leaves the rest', () => {
    const edited = applyMetadataEdits(metadata, { year: 2041, place: '青江市白水县', title: null }, 'sidecar')
    expect(edited).toMatchObject({ year: 2041, place: '白水县', placeLevel: 'county', parentPlace: '青江市', title: metadata.title })
    expect(edited.origins).toMatchObject({ year: { source: 'sidecar' }, place: { source: 'sidecar' }, title: { source: 'text' } })
  })

  it('leaves an unknown kind out', () => {
    expect(applyMetadataEdits(metadata, { kind: '小说' }, 'user')).toEqual(metadata)
    expect(applyMetadataEdits(metadata, { kind: '通知' }, 'user').kind).toBe('通知')
  })

  it('returns the metadata itself without edits', () => expect(applyMetadataEdits(metadata, undefined, 'user')).toBe(metadata))
})
