import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { type IndicatorComparison, type IndicatorConflicts, IndicatorGroups } from '../../server/contract/indicators.ts'
import { eachOnReports } from '../support/report-suite.ts'

const REPORTS = {
  '甲.txt': '青禾市2030年政府工作报告\n\n一、2030年工作安排\n\n今年，规上工业增加值增长8%以上，松木加工产值达到36亿元。\n',
  '乙.txt': '青禾市2030年计划\n\n一、2030年主要目标\n\n今年，规模以上工业增加值增长8%以上，松材加工产值达到39亿元。\n',
}

const suite = eachOnReports(REPORTS)

const get = async <T>(url: string): Promise<T> => (await suite.call('GET', encodeURI(url))).json()
const groupOf = (name: string) => get<IndicatorGroups>(`/api/indicators/groups?name=${name}`)
const put = (payload: Record<string, unknown>) => suite.call('PUT', '/api/indicators/groups', payload)
const undo = () => suite.call('POST', '/api/indicators/groups/undo')

test('names that the table takes for one are shown', async () => {
  const all = await get<IndicatorGroups>('/api/indicators/groups')
  expect([...Value.Errors(IndicatorGroups, all)]).toEqual([])
  expect(all).toMatchObject({ total: 1, version: 0, canUndo: false })
  expect(all.groups[0]).toEqual({
    indicator: '规模以上工业增加值',
    names: [
      { name: '规上工业增加值', facts: 1, edited: false },
      { name: '规模以上工业增加值', facts: 1, edited: false },
    ],
  })
  expect((await groupOf('松木加工产值')).groups).toEqual([{ indicator: '松木加工产值', names: [{ name: '松木加工产值', facts: 1, edited: false }] }])
})

test('a name put into a group counts at once for ledger, comparison and conflicts; taken back, it does no more', async () => {
  expect((await get<IndicatorConflicts>('/api/indicators/conflicts')).items).toEqual([])
  const joined = await put({ indicator: '松木加工产值', join: ['松材加工产值'], version: 0 })
  expect([joined.statusCode, joined.json().canUndo]).toEqual([200, true])
  expect(joined.json().groups[0].names.map(({ name, edited }: { name: string; edited: boolean }) => [name, edited])).toEqual([
    ['松木加工产值', false],
    ['松材加工产值', true],
  ])
  const comparison = await get<IndicatorComparison>('/api/indicators/compare?name=松材加工产值')
  expect(comparison).toMatchObject({ indicator: '松木加工产值', names: expect.arrayContaining(['松木加工产值', '松材加工产值']) })
  expect(comparison.table.rows[0]?.[1]?.text).toMatch(/36亿元；39亿元|39亿元；36亿元/)
  expect((await get<IndicatorConflicts>('/api/indicators/conflicts')).items.map(({ indicator }) => indicator)).toEqual(['松木加工产值'])
  expect((await get<{ total: number }>('/api/indicators?name=松木加工产值')).total).toBe(2)

  expect((await undo()).json()).toMatchObject({ version: 0, canUndo: false })
  expect((await get<IndicatorConflicts>('/api/indicators/conflicts')).items).toEqual([])
  expect((await undo()).json().error.code).toBe('nothing_to_undo')
})

test('a name taken out of the table’s group is an indicator of its own, and comes back', async () => {
  const left = await put({ indicator: '规模以上工业增加值', leave: ['规上工业增加值'], version: 0 })
  expect(left.json().groups[0].names.map(({ name }: { name: string }) => name)).toEqual(['规模以上工业增加值'])
  expect((await get<{ items: { indicator: string }[] }>('/api/indicators?name=规上工业增加值')).items.map(({ indicator }) => indicator)).toEqual([
    '规上工业增加值',
  ])
  const back = await put({ indicator: '规模以上工业增加值', join: ['规上工业增加值'], version: left.json().version })
  expect(back.json().groups[0].names).toHaveLength(2)
})

test('what cannot be done is said, and changes nothing', async () => {
  const cases = [
    [{ indicator: '没有这个指标', join: ['松木加工产值'], version: 0 }, 404, 'indicator_not_found'],
    [{ indicator: '松木加工产值', join: ['没有这个指标'], version: 0 }, 404, 'indicator_not_found'],
    [{ indicator: '松木加工产值', leave: ['松木加工产值'], version: 0 }, 422, 'indicator_group_own_name'],
    [{ indicator: '松木加工产值', join: ['松材加工产值'], version: 7 }, 409, 'indicator_groups_changed'],
    [{ indicator: '松木加工产值', join: ['松材加工产值'] }, 422, 'invalid_request'],
  ] as const
  for (const [payload, status, code] of cases) {
    const response = await put(payload)
    expect([response.statusCode, response.json().error.code]).toEqual([status, code])
  }
  expect(await get<IndicatorGroups>('/api/indicators/groups')).toMatchObject({ version: 0, total: 1 })
})
