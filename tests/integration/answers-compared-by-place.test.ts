import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

/** Provinces of the gazetteer; all figures are made up. */
const reportOf = (name: string, governor: string, past: string, aims: string): string => `${name}2031年政府工作报告
——2031年1月20日在${name}第十九届人民代表大会第二次会议上
${name}省长 ${governor}
各位代表：
一、“二五”时期发展成就
五年来，${past}
二、2031年工作安排
${aims}
`
const FIRST = reportOf(
  '贵州省',
  '孙小河',
  '地区生产总值年均增长6.1%。2030年，地区生产总值3.2万亿元，增长5.6%，城镇和农村居民人均可支配收入分别增长3.7%和5.2%。',
  '今年主要预期目标是：经济增长5%左右，一般公共预算收入增长3%，城镇调查失业率5.5%左右，居民收入与经济增长同步。就业方面，城镇新增就业45万人以上。',
)
const SECOND = reportOf(
  '云南省',
  '王大山',
  '地区生产总值年均增长5.2%。2030年，地区生产总值33105亿元，增长4.8%，居民人均可支配收入增长4.6%。',
  '今年主要预期目标是：经济增长5.5%左右，一般公共预算收入增长2%，城镇新增就业50万人以上，居民收入和经济增长同步。',
)
let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '贵州2031.txt': FIRST, '云南2031.txt': SECOND })
})

describe('places that are compared', () => {
  it.each([
    ['贵州和云南今年经济增长目标谁高', ['5%左右', '5.5%左右'], '云南省比2031年贵州省高0.5个百分点'],
    ['贵州和云南GDP谁高', ['3.2万亿元', '33105亿元'], '云南省高于'],
    ['贵州和云南GDP谁增长快', ['5.6%', '4.8%'], '云南省比2030年贵州省低0.8个百分点'],
  ])('are told each by its own figure, and which is more: %s', async (question, figures, verdict) => {
    const { answer, tables } = await library.ask(question)
    const cells = tables?.flatMap(({ rows }) => rows.map((row) => row.at(-1)?.text))
    expect(cells?.toSorted()).toEqual([...figures].toSorted())
    expect(answer).toContain(verdict)
  })

  it('have figures of different scope named in the table', async () => {
    const { tables, answer } = await library.ask('贵州和云南去年居民收入增长情况对比')
    expect(JSON.stringify(tables)).toContain('3.7%（城镇居民人均可支配收入）')
    expect(answer).not.toContain('个百分点')
  })

  it('have an aim that stands outside the summing sentence in the table of the main ones', async () => {
    const { tables } = await library.ask('贵州和云南今年主要目标对比')
    const row = tables?.[0]?.rows.find(([name]) => name?.text === '城镇新增就业')
    expect(row?.map(({ text }) => text).toSorted()).toEqual(['45万人以上', '50万人以上', '城镇新增就业'])
  })
})
