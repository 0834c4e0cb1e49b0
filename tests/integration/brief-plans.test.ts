import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { createCitation } from '../../server/answer/cite/citations.ts'
import { BriefPreview, BriefVersionList, BriefView } from '../../server/contract/briefs.ts'
import type { ChatAnswer } from '../../server/contract/chat.ts'
import { eachOnReports } from '../support/report-suite.ts'

const suite = eachOnReports()
const { call } = suite

const REQUEST = '准备一份青禾市就业和乡村振兴工作简报（2029年成绩、2030和2031年目标），报送市政府领导参阅'

async function post<T>(url: string, payload: object): Promise<T> {
  const response = await call('POST', url, payload)
  expect([response.statusCode, response.json().error?.message]).toEqual([200, undefined])
  return response.json()
}

test('a preview tells how the request is read and divided, and keeps nothing', async () => {
  const preview = await post<BriefPreview>('/api/briefs/preview', { request: REQUEST })
  expect([...Value.Errors(BriefPreview, preview)]).toEqual([])
  expect(preview.understood).toMatchObject({
    topics: ['就业', '乡村振兴'],
    years: [2029, 2030, 2031],
    places: ['青禾市'],
    audience: '市政府领导',
    length: 'normal',
  })
  expect(preview.held.places).toEqual(['青禾市'])
  expect(preview.held.years.slice(0, 3)).toEqual([2031, 2030, 2029])
  expect(preview.outline.length).toBeGreaterThan(1)
  expect(preview.outline.every(({ heading }) => !/^[一二三四五]、/.test(heading))).toBe(true)
  expect((await call('GET', '/api/briefs')).json().total).toBe(0)
  const brief = await post<BriefView>('/api/briefs', { request: REQUEST })
  expect(brief.sections.map(({ key }) => key)).toEqual(preview.outline.map(({ key }) => key))
})

test('what the user changes in the preview is what is written', async () => {
  const plan = { topics: ['高标准农田'], years: [2031], places: ['青禾市'], audience: '', title: '农田建设情况' }
  const preview = await post<BriefPreview>('/api/briefs/preview', { request: REQUEST, plan })
  expect(preview.understood).toEqual({ topics: ['高标准农田'], years: [2031], places: ['青禾市'], length: 'normal' })
  const brief = await post<BriefView>('/api/briefs', { request: REQUEST, plan })
  expect(brief.title).toBe('农田建设情况')
  const all = brief.sections.flatMap(({ statements }) => statements.map(({ text }) => text)).join('\n')
  expect(all).toContain('15万亩')
  expect(all).not.toContain('10万亩')
})

test('headings are renamed, moved and taken out before the brief is written', async () => {
  const { outline } = await post<BriefPreview>('/api/briefs/preview', { request: REQUEST })
  const leaves = outline.filter(({ statements }) => statements > 0)
  const wanted = [
    { key: leaves.at(-1)?.key ?? '', heading: '三、下一步打算' },
    { key: leaves[0]?.key ?? '', heading: '已有基础' },
  ]
  const brief = await post<BriefView>('/api/briefs', { request: REQUEST, plan: { outline: wanted } })
  expect(brief.sections.map(({ heading }) => heading)).toEqual(['一、下一步打算', '二、已有基础'])
  expect(brief.sections.every(({ statements }) => statements.length > 0)).toBe(true)
})

test('contradictory years may be put right in the preview', async () => {
  const request = '写一份青禾市2031—2029年就业简报'
  expect((await call('POST', '/api/briefs/preview', { request })).json().error.code).toBe('brief_years_contradict')
  const preview = await post<BriefPreview>('/api/briefs/preview', { request, plan: { years: [2031, 2030] } })
  expect(preview.understood.years).toEqual([2030, 2031])
})

test('a place that the library does not hold is a gap, not an error', async () => {
  const preview = await post<BriefPreview>('/api/briefs/preview', { request: REQUEST, plan: { places: ['青禾市', '远岭市'] } })
  expect(preview.gaps).toContain('库中没有远岭市的文件。')
})

test('each edit keeps the version before it; any of them can be looked at and made the newest', async () => {
  const brief = await post<BriefView>('/api/briefs', { request: REQUEST })
  const url = `/api/briefs/${brief.briefId}`
  await call('PATCH', url, { title: '第二版' })
  await call('PATCH', url, { sections: [] })
  const list: BriefVersionList = (await call('GET', `${url}/versions`)).json()
  expect([...Value.Errors(BriefVersionList, list)]).toEqual([])
  expect(list.items.map(({ version, title, isCurrent }) => [version, title, isCurrent])).toEqual([
    [3, '第二版', true],
    [2, '第二版', false],
    [1, brief.title, false],
  ])
  const first: BriefView = (await call('GET', `${url}/versions/1`)).json()
  expect([first.version, first.title, first.sections]).toEqual([1, brief.title, brief.sections])
  const restored = await post<BriefView>(`${url}/versions/1/restore`, {})
  expect([restored.version, restored.title, restored.sections]).toEqual([4, brief.title, brief.sections])
  expect((await call('GET', `${url}/versions`)).json().items).toHaveLength(4)
  expect((await call('GET', `${url}/versions/9`)).json().error.code).toBe('brief_version_not_found')
  expect((await call('GET', '/api/briefs/none/versions')).json().error.code).toBe('brief_not_found')
})

test("a conversation's cited answers become a brief, each sentence cited once and verified again", async () => {
  const { store } = suite.current.library
  const conversation = store.createConversation('青禾市2031年就业目标是多少？')
  const rows = suite.current.held.snapshot.sentences.filter(({ sentence }) => /4\.5万人|2\.5万人次/.test(sentence.text))
  const citations = rows.map((row, i) => createCitation(row, i + 1, () => []))
  const answer = (question: string, text: string, numbers: number[]): ChatAnswer => ({
    conversationId: conversation.id,
    turnId: 't',
    question,
    understood: { question, years: [2031], places: ['青禾市'], indicators: [], kind: 'value' },
    outcome: numbers.length > 0 ? 'answered' : 'abstained',
    mode: 'extractive',
    answer: text,
    statements: numbers.length > 0 ? [{ text, citations: numbers, verdict: 'supported' }] : [],
    citations,
    ...(numbers.length > 0 ? {} : { reason: '库中没有这方面的内容。' }),
  })
  const add = (id: string, kept: ChatAnswer) =>
    store.addTurn({
      id,
      conversationId: conversation.id,
      question: kept.question,
      answer: { answer: kept, memory: { understood: kept.understood }, deltas: [] },
    })
  expect((await call('POST', '/api/briefs', { conversationId: conversation.id })).json().error.code).toBe('brief_conversation_empty')
  add('t1', answer('青禾市2031年就业目标是多少？', '2031年城镇新增就业4.5万人以上。', [1]))
  add('t2', answer('青禾市2031年培训多少人次？', '开展职业技能培训2.5万人次。', [2]))
  add('t3', answer('再说一遍？', '开展职业技能培训2.5万人次。', [2]))
  add('t4', answer('青禾市2031年人口是多少？', '库中没有。', []))
  const brief = await post<BriefView>('/api/briefs', { conversationId: conversation.id })
  expect([...Value.Errors(BriefView, brief)]).toEqual([])
  expect(brief.title).toBe('关于青禾市2031年就业目标的简报')
  expect(brief.sections.map(({ heading }) => heading)).toEqual(['一、青禾市2031年就业目标', '二、青禾市2031年培训多少人次'])
  expect(brief.sections.flatMap(({ statements }) => statements.map(({ verdict }) => verdict))).toEqual(['supported', 'supported'])
  expect(brief.gaps).toEqual(['“青禾市2031年人口”没有查到：库中没有这方面的内容。'])
  expect(brief.citations).toHaveLength(2)
  expect((await call('POST', '/api/briefs', { conversationId: 'none' })).json().error.code).toBe('conversation_not_found')
})
