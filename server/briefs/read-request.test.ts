import { expect, test } from 'vitest'
import type { LibraryKnowledge } from '../understand/library-knowledge.ts'
import { readBriefRequest } from './read-request.ts'

const library: LibraryKnowledge = {
  places: [
    { name: '青禾市', level: 'prefecture' },
    { name: '东岭区', level: 'county' },
  ],
  years: new Set([2029, 2030, 2031]),
  namedYears: new Set(),
  documentYears: new Set([2030, 2031]),
  newestYear: 2031,
  speakers: new Map(),
  papers: [],
  mentions: () => false,
  mentionsTogether: () => false,
  namesDivision: () => false,
  widestPlace: null,
  rowsNear: () => [],
}
const tools = { gazetteer: { divisions: [] }, convertScript: (text: string) => text }
const read = (request: string) => readBriefRequest(request, library, tools, { filters: {}, length: undefined })

test.each([
  ['准备一份关于青禾市氢能产业2030—2031年目标与进展的简报（附2029年基数）', ['氢能产业'], [2029, 2030, 2031], ['青禾市']],
  ['写一份青禾对外开放与物流通道建设简报', ['对外开放', '物流通道'], [], ['青禾市']],
  ['准备青禾新兴产业（储能、氟材料、风电）2030年目标简报，并提示口径差异', ['新兴产业', '储能', '氟材料', '风电'], [2030], ['青禾市']],
  ['整理东岭区2030年民生工作成效与2031年安排', ['民生'], [2030, 2031], ['东岭区']],
  ['做一份青禾市与东岭区就业对照，报送市政府领导参阅', ['就业'], [], ['青禾市', '东岭区']],
])('%s', (request, topics, years, places) => {
  const plan = read(request)
  expect(plan.topics).toEqual(topics)
  expect(plan.years).toEqual(years)
  expect(plan.places.map(({ name }) => name).toSorted()).toEqual(places.toSorted())
})

test('the title names the subject without what asks for it', () => {
  expect(read('写一份青禾市就业创业工作简报（2029年成绩、2030和2031年目标）').subject).toBe('青禾市就业创业工作')
})

test('the audience is read and is no topic', () => {
  expect(read('写一份青禾市就业简报，报送市政府领导参阅').audience).toBe('市政府领导')
})

test('contradictory years are named', () => {
  expect(() => read('写2031—2029年就业简报')).toThrowError(expect.objectContaining({ code: 'brief_years_contradict' }))
})

test.each([
  ['准备青禾市教育、医疗、养老三方面民生工作的汇报材料', ['教育', '医疗', '养老', '民生'], '汇报材料'],
  ['对比青禾市2030年和2031年政府工作安排中文化旅游方面的变化', ['文化旅游'], '简报'],
  ['围绕乡村振兴和农牧业，准备一份简要汇报，说明2030年的任务和2031年的安排', ['乡村振兴', '农牧业'], '情况汇报'],
  ['写一份青禾市重大项目建设情况简报，2029年完成情况、2030年和2031年目标', ['重大项目'], '简报'],
])('what is no topic is left out: %s', (request, topics, kind) => {
  const plan = read(request)
  expect(plan.topics).toEqual(topics)
  expect(plan.title.endsWith(kind)).toBe(true)
})

test('aspects in brackets belong to the topic before them', () => {
  const plan = read('准备青禾新兴产业（储能、氟材料、风电）2030年目标简报')
  expect(plan.aspects).toEqual(['储能', '氟材料', '风电'])
})

test('places stand in the order of the request', () => {
  expect(read('做一份东岭区与青禾市就业对照简报').places.map(({ name }) => name)).toEqual(['东岭区', '青禾市'])
  expect(read('做一份青禾市与东岭区就业对照简报').places.map(({ name }) => name)).toEqual(['青禾市', '东岭区'])
})

test('a title says 情况 once and without 的', () => {
  expect(read('准备一份青禾市老旧小区改造的情况简报').title).toBe('关于青禾市老旧小区改造情况的简报')
})
