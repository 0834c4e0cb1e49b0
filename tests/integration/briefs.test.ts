import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { BriefList, BriefView } from '../../server/contract/briefs.ts'
import { readZip } from '../support/read-zip.ts'
import { REPORTS } from '../support/report-app.ts'
import { eachOnReports } from '../support/report-suite.ts'

const suite = eachOnReports()
const { call } = suite

const REQUEST = '准备一份青禾市就业工作简报（2029年成绩、2030和2031年目标）'

async function compose(request = REQUEST, more: object = {}): Promise<BriefView> {
  const response = await call('POST', '/api/briefs', { request, ...more })
  expect([response.statusCode, response.json().error?.message]).toEqual([200, undefined])
  return response.json()
}

test('a brief keeps years and tenses apart, cites every statement and slices its quotes out of the originals', async () => {
  const brief = await compose()
  expect([...Value.Errors(BriefView, brief)]).toEqual([])
  expect(brief.understood).toMatchObject({ years: [2029, 2030, 2031], places: ['青禾市'] })
  const all = [
    ...brief.sections.flatMap(({ statements }) => statements.map(({ text }) => text)),
    ...brief.tables.flatMap(({ rows }) => rows.flat().map(({ text }) => text)),
  ].join('\n')
  for (const figure of ['4.2万人', '4万人以上', '4.5万人以上']) expect(all).toContain(figure)
  expect(all).not.toContain('粮食')
  for (const { statements } of brief.sections)
    for (const { citations, verdict } of statements) expect([citations.length > 0, verdict]).toEqual([true, 'supported'])
  for (const { file, start, end, quote } of brief.citations) {
    expect((REPORTS[file] ?? '').slice(start, end).replace(/\s/g, '')).toBe(quote.replace(/\s/g, ''))
  }
  const [table] = brief.tables
  expect(table?.columns).toContain('城镇新增就业')
  const at = table?.columns.indexOf('城镇新增就业') ?? 0
  expect(table?.rows.map((cells) => [cells[0]?.text, cells[at]?.text])).toEqual([
    ['2029年青禾市实绩', '4.2万人'],
    ['2030年青禾市实绩', '4.1万人'],
    ['2030年青禾市目标', '4万人以上'],
    ['2031年青禾市目标', '4.5万人以上'],
  ])
  // Plans alone are asked for of 2030 and 2031: that 2031 has no results yet is no gap.
  expect(brief.gaps).toEqual([])
  const asked = await compose('准备一份青禾市就业工作简报，2029—2031年目标与完成情况')
  expect(asked.gaps).toEqual(['库中没有2031年青禾市这方面的实绩，只有目标。'])
  expect(brief.indexFingerprint).not.toBe('')
})

test('the same request gives the same brief', async () => {
  const [first, second] = [await compose(), await compose()]
  expect(first.briefId).not.toBe(second.briefId)
  expect(second.markdown).toBe(first.markdown)
})

test('a brief is kept, listed, edited with its statements verified again, and deleted', async () => {
  const brief = await compose()
  const url = `/api/briefs/${brief.briefId}`
  expect((await call('GET', url)).json()).toEqual(brief)
  const list = (await call('GET', '/api/briefs')).json()
  expect([...Value.Errors(BriefList, list)]).toEqual([])
  expect(list).toMatchObject({ total: 1, items: [{ briefId: brief.briefId, version: 1 }] })

  const training = brief.citations.find(({ quote }) => quote.includes('2.5万人次'))
  const edited = await call('PATCH', url, {
    title: '就业简报',
    sections: [
      { heading: '一、要点', statements: [{ text: '2031年开展职业技能培训2.5万人次。', citations: [training?.n] }] },
      {
        heading: '二、错误',
        statements: [
          { text: '2031年开展职业技能培训3.5万人次。', citations: [training?.n] },
          { text: '没有出处的话。', citations: [] },
        ],
      },
    ],
  })
  expect(edited.statusCode).toBe(200)
  const view: BriefView = edited.json()
  expect(view).toMatchObject({ title: '就业简报', version: 2 })
  expect(view.sections.flatMap(({ statements }) => statements.map(({ verdict }) => verdict))).toEqual(['supported', 'mismatch', 'unsupported'])
  expect(view.checklist.find(({ statement }) => statement.includes('3.5万人次'))?.verdict).toBe('mismatch')
  expect((await call('GET', url)).json()).toEqual(view)

  expect((await call('DELETE', url)).statusCode).toBe(204)
  expect((await call('GET', url)).json().error.code).toBe('brief_not_found')
})

test('an edit may bring in a sentence of the library', async () => {
  const brief = await compose()
  const document = suite.current.held.snapshot.documents.find((item) => item.document.file.includes('2031'))?.document
  const sentence = document?.sentences.find(({ text }) => text.includes('15万亩'))
  const response = await call('PATCH', `/api/briefs/${brief.briefId}`, {
    addCitations: [{ n: 900, documentId: document?.id, start: sentence?.range.start, end: sentence?.range.end }],
    sections: [{ heading: '一、', statements: [{ text: '建设高标准农田15万亩。', citations: [900] }] }],
  })
  expect(response.json().sections[0].statements[0].verdict).toBe('supported')
})

test('a brief keeps its quotes when their documents went, and says so', async () => {
  const brief = await compose()
  suite.current.held.snapshot = { ...suite.current.held.snapshot, documents: [] }
  const view: BriefView = (await call('GET', `/api/briefs/${brief.briefId}`)).json()
  expect(view.citations).toEqual(brief.citations)
  expect(view.stale.toSorted()).toEqual([...new Set(brief.citations.map(({ documentId }) => documentId))].toSorted())
  expect(brief.stale).toEqual([])
})

test('Markdown has footnotes, Word has real ones, tables and the annex', async () => {
  const brief = await compose()
  const markdown = await call('GET', `/api/briefs/${brief.briefId}?format=markdown`)
  expect(markdown.headers['content-type']).toContain('text/markdown')
  expect(markdown.headers['content-disposition']).toContain('.md')
  expect(markdown.body).toMatch(/\[\^1\]: 《[^》]+》/)
  const docx = await call('POST', '/api/briefs', { request: REQUEST, format: 'docx' })
  expect(docx.headers['content-disposition']).toContain('.docx')
  const files = readZip(docx.rawPayload)
  const part = (name: string): string => files.get(name)?.toString('utf8') ?? ''
  expect(part('word/footnotes.xml')).toContain('《2031年青禾市政府工作报告》二、（一）')
  expect(part('word/document.xml')).toContain('w:footnoteReference')
  expect(part('word/document.xml')).toContain('<w:tbl>')
  expect(part('word/document.xml')).toContain('核对单')
  expect(part('word/document.xml')).toContain(`索引指纹：${brief.indexFingerprint}`)
  expect(part('word/document.xml')).toContain('方正小标宋')
})

test('bad requests are refused in Chinese and keep nothing', async () => {
  const cases = [
    ['   ', 'brief_request_empty'],
    ['很'.repeat(10_000), 'brief_request_too_long'],
    ['写一份青禾市2031—2029年就业简报', 'brief_years_contradict'],
    ['写一份简报', 'brief_topic_missing'],
    ['写一份关于跨海大桥的简报', 'brief_nothing_found'],
    ['写一份北京市就业简报', 'brief_nothing_found'],
  ] as const
  for (const [request, code] of cases) {
    const response = await call('POST', '/api/briefs', { request })
    expect([request.slice(0, 20), response.statusCode, response.json().error.code]).toEqual([request.slice(0, 20), 422, code])
    expect(response.json().error.message).toMatch(/[\u4e00-\u9fff].*请/)
  }
  expect((await call('POST', '/api/briefs', { request: 5 })).json().error.code).toBe('invalid_request')
  expect((await call('GET', '/api/briefs')).json().total).toBe(0)
  const brief = await compose()
  const patch = { sections: [{ heading: '一', statements: [{ text: '话', citations: [999] }] }] }
  expect((await call('PATCH', `/api/briefs/${brief.briefId}`, patch)).json().error.code).toBe('brief_citation_unknown')
  expect((await call('PATCH', '/api/briefs/none', { title: '题' })).json().error.code).toBe('brief_not_found')
  expect((await call('GET', `/api/briefs/${brief.briefId}`)).json().version).toBe(1)
})

test('an empty library says so', async () => {
  await suite.replace({})
  expect((await call('POST', '/api/briefs', { request: REQUEST })).json().error.code).toBe('brief_library_empty')
})
