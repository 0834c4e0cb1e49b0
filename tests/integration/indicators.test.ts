import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { FactList, IndicatorComparison, IndicatorConflicts, LedgerOverview, WordingChanges } from '../../server/contract/indicators.ts'
import { REPORTS } from '../support/report-app.ts'
import { eachOnReports } from '../support/report-suite.ts'

const suite = eachOnReports()

function get(url: string, headers: Record<string, string> = {}) {
  return suite.call('GET', encodeURI(url), undefined, headers)
}

function idOf(file: string): string {
  return suite.current.held.snapshot.documents.find(({ document }) => document.file.includes(file))?.document.id ?? ''
}

test('figures are found by name, year, place and kind, and stand where they say', async () => {
  const list: FactList = (await get('/api/indicators?name=新增城镇就业&year=2030&place=青禾&kind=target')).json()
  expect([...Value.Errors(FactList, list)]).toEqual([])
  expect(list.items.map(({ indicator, text, kind, year, place }) => [indicator, text, kind, year, place])).toEqual([
    ['城镇新增就业', '4万人以上', 'target', 2030, '青禾市'],
  ])
  const [fact] = list.items
  expect(fact).toMatchObject({ value: 4, unit: '万人', baseValue: 40_000, qualifier: '以上' })
  expect((REPORTS[fact?.file ?? ''] ?? '').slice(fact?.figureStart, fact?.figureEnd)).toBe('4万人以上')
  expect((REPORTS[fact?.file ?? ''] ?? '').slice(fact?.start, fact?.end)).toBe(fact?.quote)
})

test('pages add up to the whole', async () => {
  const all: FactList = (await get('/api/indicators?limit=500')).json()
  const paged: FactList['items'] = []
  for (let offset = 0; offset < all.total; offset += 5) paged.push(...(await get(`/api/indicators?limit=5&offset=${offset}`)).json().items)
  expect(paged).toEqual(all.items)
  expect(all.total).toBeGreaterThan(20)
  expect((await get('/api/indicators?name=没有这个指标')).json()).toEqual({ items: [], total: 0 })
})

test('an indicator over the years: target beside result, every filled cell cited, targets judged', async () => {
  const body: IndicatorComparison = (await get('/api/indicators/compare?name=新增城镇就业')).json()
  expect([...Value.Errors(IndicatorComparison, body)]).toEqual([])
  expect(body.table.columns).toEqual(['年份', '青禾市目标', '青禾市实绩'])
  expect(body.table.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
    ['2029年', '', '4.2万人'],
    ['2030年', '4万人以上', '4.1万人'],
    ['2031年', '4.5万人以上', ''],
  ])
  const numbers = new Set(body.citations.map(({ n }) => n))
  for (const cell of body.table.rows.flatMap((cells) => cells.slice(1)).filter(({ text }) => text !== '')) {
    expect(cell.citations.length > 0 && cell.citations.every((n) => numbers.has(n))).toBe(true)
  }
  expect(body.pairs.map(({ year, outcome }) => [year, outcome])).toEqual([
    [2030, 'reached'],
    [2031, 'not_stated'],
  ])
})

test('conflicts are what cannot both hold: 1290 against 1310, not 4.1 twice and not a target against its result', async () => {
  const body: IndicatorConflicts = (await get('/api/indicators/conflicts')).json()
  expect([...Value.Errors(IndicatorConflicts, body)]).toEqual([])
  expect(body.items.map(({ indicator, year, kind, values }) => [indicator, year, kind, values.map(({ fact }) => fact.text)])).toEqual([
    ['地区生产总值', 2030, 'actual', expect.arrayContaining(['1290亿元', '1310亿元'])],
  ])
})

test('wording changes are aligned: reworded with a character diff, added and dropped', async () => {
  const body: WordingChanges = (await get(`/api/changes?from=${idOf('2030年政府')}&to=${idOf('2031年政府')}`)).json()
  expect([...Value.Errors(WordingChanges, body)]).toEqual([])
  const reworded = body.changes.find(({ to }) => to?.text.includes('15万亩'))
  expect(reworded).toMatchObject({ kind: 'reworded', from: { text: '建设高标准农田10万亩，粮食产量稳定在24亿斤以上。' } })
  expect(
    reworded?.diff
      .filter(({ kind }) => kind !== 'dropped')
      .map(({ text }) => text)
      .join(''),
  ).toBe(reworded?.to?.text)
  expect(
    reworded?.diff
      .filter(({ kind }) => kind !== 'added')
      .map(({ text }) => text)
      .join(''),
  ).toBe(reworded?.from?.text)
  expect(body.changes.find(({ kind }) => kind === 'added')?.to?.text).toBe('=加快发展现代种业。')
  expect(body.changes.find(({ kind }) => kind === 'dropped')?.from?.text).toBe('粮食产量达到24亿斤。')
  expect(body.added + body.dropped + body.reworded + body.moved).toBe(body.changes.length)
  expect(body.changes.map(({ from, to }) => (to ?? from)?.text ?? '').join()).not.toMatch(/工作安排|工作回顾/)
  expect(body.redated).toBe(2)
})

test('CSV opens in a spreadsheet and runs no formula', async () => {
  const accept = { accept: 'text/csv' }
  const facts = await get('/api/indicators?name=粮食产量', accept)
  expect(facts.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(facts.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(facts.body.split('\r\n')).toHaveLength(5)
  const changes = await get(`/api/changes?from=${idOf('2030年政府')}&to=${idOf('2031年政府')}`, accept)
  expect(changes.body).toContain(`,'=加快发展现代种业。`)
  expect((await get('/api/indicators/compare?name=粮食产量', accept)).body).toContain('2030年')
  expect((await get('/api/indicators/conflicts', accept)).body).toContain('1310亿元')
})

test('the overview gives what can be chosen and what there is to compare', async () => {
  const whole: LedgerOverview = (await get('/api/indicators/overview')).json()
  expect([...Value.Errors(LedgerOverview, whole)]).toEqual([])
  expect([whole.years, whole.places]).toEqual([[2031, 2030, 2029], ['青禾市']])
  expect(whole.total).toBe((await get('/api/indicators')).json().total)
  const jobs: LedgerOverview = (await get('/api/indicators/overview?name=就业&kind=target&limit=1')).json()
  expect(jobs.indicators).toEqual([{ indicator: '城镇新增就业', cells: 2, facts: 2 }])
})

test('unknown names and documents, and bad queries', async () => {
  const cases = [
    ['/api/indicators/compare?name=没有这个指标', 404, 'indicator_not_found'],
    ['/api/indicators/compare', 422, 'invalid_request'],
    ['/api/indicators?year=12', 422, 'invalid_request'],
    ['/api/indicators?kind=plan', 422, 'invalid_request'],
    [`/api/changes?from=x&to=${idOf('2031年政府')}`, 404, 'document_not_found'],
    [`/api/changes?from=${idOf('2031年政府')}&to=${idOf('2031年政府')}`, 422, 'same_document'],
  ] as const
  for (const [url, status, code] of cases) {
    const response = await get(url)
    expect([url, response.statusCode, response.json().error.code]).toEqual([url, status, code])
  }
})

test('an empty library has an empty ledger', async () => {
  await suite.replace({})
  expect((await get('/api/indicators')).json()).toEqual({ items: [], total: 0 })
  expect((await get('/api/indicators/conflicts')).json()).toEqual({ items: [], total: 0 })
})
