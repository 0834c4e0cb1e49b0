import { expect, test } from 'vitest'
import type { LibraryKnowledge } from '../understand/library-knowledge.ts'
import { readBriefRequest } from './read-request.ts'

const library: LibraryKnowledge = {
  places: [
    { name: '青禾市', level: 'prefecture' },
    { name: '东岭区', level: 'county' },
  ],
  years: new Set([2029, 2030, 2031]),
  documentYears: new Set([2030, 2031]),
  newestYear: 2031,
  speakers: new Map(),
  mentions: () => false,
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
