import { expect, test } from 'vitest'
import { createFactExtractor } from '../../ingest/facts/extract-facts.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { officialText } from './brief-unit.ts'
import { cutUnits } from './cut-units.ts'

const extract = createFactExtractor()

function unitsOf(text: string): string[] {
  const facets = { year: 2030, place: '青禾市', tense: 'target' as const }
  // Only the sentence of the row is read.
  const row = { row: 0, sentence: { text, facets } } as SentenceRow
  return cutUnits({ row, topic: 0, relevance: 1, sectionRelevance: 1 }, extract({ text, facets })).map((unit) => unit.text)
}

test('a short sentence is told whole', () => {
  expect(unitsOf('发放创业担保贷款 3.5 亿元以上。')).toEqual(['发放创业担保贷款3.5亿元以上'])
})

test('of a long sentence the clauses with figures are told, each with the one that names its subject', () => {
  const text =
    '深入实施产业振兴行动，坚持以市场需求为导向持续优化营商环境和公共服务，大力发展氢能产业，力争年内产值达到15亿元，加强人才培养，完善政策体系和工作机制，不断提升各方面的获得感，新增城镇就业4万人以上。'
  expect(unitsOf(text)).toEqual(['大力发展氢能产业，力争年内产值达到15亿元', '新增城镇就业4万人以上'])
})

test('every unit is a piece of its sentence', () => {
  const text =
    '实施总投资195亿元的产业项目45个,力争年内竣工投产25个,产业产值突破1300亿元;加快盘活产能,冶炼规模达到20万吨以上,打造全国最大的基地,带动上下游企业集聚发展。'
  for (const unit of unitsOf(text)) expect(officialText(text)).toContain(unit)
})
