import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { SearchResult } from '../../server/contract/search.ts'
import { REPORTS } from '../support/report-app.ts'
import { eachOnReports } from '../support/report-suite.ts'

const suite = eachOnReports()

const search = (query: string) => suite.call('GET', `/api/search?${query}`)

test('sentences come best first, cut out of their originals, by the years that the query names', async () => {
  const response = await search(`q=${encodeURIComponent('2031年青禾市职业技能培训')}`)
  expect(response.statusCode).toBe(200)
  const result: SearchResult = response.json()
  expect([...Value.Errors(SearchResult, result)]).toEqual([])
  expect(result.understood).toMatchObject({ years: [2031], places: ['青禾市'] })
  expect(result.items[0]?.quote).toContain('2.5万人次')
  for (const { file, start, end, quote, year } of result.items) {
    expect((REPORTS[file] ?? '').slice(start, end).replace(/\s/g, '')).toBe(quote.replace(/\s/g, ''))
    expect([2031, null]).toContain(year)
  }
})

test('years and places that are given replace those of the query', async () => {
  for (const years of ['years=2030', 'years=2030,2029', 'years=2030&years=2029']) {
    const result: SearchResult = (await search(`q=${encodeURIComponent('2031年高标准农田')}&${years}&places=${encodeURIComponent('青禾市')}`)).json()
    expect(result.items[0]?.quote).toContain('10万亩')
  }
  const elsewhere: SearchResult = (await search(`q=${encodeURIComponent('高标准农田')}&places=${encodeURIComponent('别处市')}`)).json()
  expect(elsewhere.items).toEqual([])
})

test('bad queries are refused', async () => {
  for (const query of ['', 'q=', `q=a&years=abc`, 'q=a&limit=0', 'q=a&other=1'])
    expect([query, (await search(query)).statusCode]).toEqual([query, 422])
})
