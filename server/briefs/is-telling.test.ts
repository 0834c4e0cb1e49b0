import { expect, test } from 'vitest'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { isShortcoming, isTelling } from './is-telling.ts'

const SECTIONS = [
  { index: 0, level: 0, label: '', heading: '', parent: null, part: null },
  { index: 1, level: 1, label: '一、', heading: '打造教育文化医疗高质量发展高地', parent: 0, part: null },
  { index: 2, level: 1, label: '', heading: '名词解释', parent: 0, part: 'glossary' },
]

function row(text: string, section = 1): SentenceRow {
  // Only the sentence and the sections of its document are read.
  return { sentence: { text, role: 'body', section }, document: { document: { sections: SECTIONS } } } as unknown as SentenceRow
}

test.each([
  '各位代表！',
  '现在，我代表市人民政府向大会报告工作，请予审议。',
  '让我们更加紧密地团结起来，为美好明天而努力奋斗！',
  '现将《2030年青禾市发展计划》印发给你们，请结合实际认真贯彻执行。',
  '打造教育文化医疗高质量发展高地。',
  '推进教育强市。',
  '）平均浓度下降9.1%，水质达标率提高。',
  '有力推动“新能源产业链加快延伸',
])('is not told: %s', (text) => {
  expect(isTelling(row(text))).toBe(false)
})

test.each(['城镇新增就业4.2万人。', '深入实施就业优先战略，健全公共就业服务体系。'])('is told: %s', (text) => {
  expect(isTelling(row(text))).toBe(true)
})

test('of a glossary only what explains a term that is asked about is told', () => {
  const entry = row('3.人才新政十条：指2029年出台的引进、培养和留住人才的十条政策措施。', 2)
  expect(isTelling(entry)).toBe(false)
  expect(isTelling(entry, ['人才'])).toBe(true)
  expect(isTelling(entry, ['渔业'])).toBe(false)
})

test('what is not yet well is known as such', () => {
  expect(isShortcoming(row('二是创新能力有待提升，人才支撑能力相对薄弱。'))).toBe(true)
  expect(isShortcoming(row('创新能力稳步提升，引进人才300人。'))).toBe(false)
})
