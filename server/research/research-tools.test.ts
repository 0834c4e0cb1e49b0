import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { createAnswerLibrary } from '../../tests/support/answer-library.ts'
import { INVENTED_LIBRARY } from '../../tests/support/invented-library.ts'
import { createFactReader, type FactReader } from '../answer/facts/fact-reader.ts'
import type { ResearchTool } from '../model/research-agent.ts'
import { createRetriever } from '../retrieval/retriever.ts'
import { createSynonymFinder } from '../understand/other-names.ts'
import { createEvidenceBook, type EvidenceBook } from './evidence-book.ts'
import { createCompareTool, createLookupIndicatorTool } from './indicator-tools.ts'
import { nameStep } from './name-step.ts'
import { createReadSectionTool } from './read-section-tool.ts'
import { createSearchTool } from './search-tool.ts'

let makeTools: (facts?: FactReader) => { readonly book: EvidenceBook; readonly run: (name: string, args: unknown) => Promise<string> }
beforeAll(async () => {
  const { segmenter } = await openSegmenter()
  const { snapshot } = await createAnswerLibrary({
    ...INVENTED_LIBRARY,
    '长句.txt': `长句办法\n\n第一章 总则\n\n本办法所称长句，是指${'很长'.repeat(4_000)}的句子。\n`,
  })
  const retriever = createRetriever({ analyzer: createAnalyzer(segmenter), embedder: null, synonyms: createSynonymFinder() })
  makeTools = (facts = createFactReader()) => {
    const book = createEvidenceBook([], { replyTokens: 2_000, totalTokens: 20_000 })
    const ledger = { snapshot, facts, book }
    const tools = new Map<string, ResearchTool>(
      [
        createSearchTool(snapshot, retriever, book),
        createReadSectionTool(snapshot, book),
        createLookupIndicatorTool(ledger),
        createCompareTool(ledger),
      ].map((tool) => [tool.name, tool]),
    )
    return { book, run: async (name, args) => (await tools.get(name)?.run(args, AbortSignal.timeout(5_000))) ?? 'no such tool' }
  }
})

/** What stands between the borders, line by line. */
function fenced(reply: string): string[] {
  const lines = reply.split('\n')
  return lines.slice(
    lines.findIndex((line) => line.startsWith('<<<')) + 1,
    lines.findIndex((line) => line.endsWith('>>>')),
  )
}

test('search gives numbered sentences of the years and places asked for, and keeps their numbers', async () => {
  const { book, run } = makeTools()
  const first = fenced(await run('search', { query: '新修灌溉水渠', years: [2030], places: ['白水县'] }))
  expect(first[0]).toMatch(/^\[E1\] 《.*白水县.*》.*2030年.*新修灌溉水渠31公里/)
  const again = fenced(await run('search', { query: '灌溉水渠', places: '白水' }))
  expect(again.find((line) => line.includes('31公里'))).toMatch(/^\[E1\] /)
  expect(book.row(1)?.sentence.text).toContain('31公里')
})

test('a section is read by the number of a sentence, by title and heading, headings told where it is not there', async () => {
  const { run } = makeTools()
  await run('search', { query: '改造老旧小区45个' })
  expect(fenced(await run('read_section', { documentId: 'E1' })).join('')).toContain('开通公交线路7条')
  const plan = fenced(await run('read_section', { documentId: '青江市灌溉水渠管理办法', section: '总则' }))
  expect(plan.join('')).toContain('本办法所称灌溉水渠')
  const headings = await run('read_section', { documentId: 'E1', section: '没有的章节' })
  expect(headings).toContain('没有找到这个章节')
  expect(fenced(headings).some((line) => line.includes('2031年工作安排'))).toBe(true)
})

test('an indicator is looked up and compared, with the sentences that state it', async () => {
  const { run } = makeTools()
  const found = fenced(await run('lookup_indicator', { name: '城镇新增就业', year: '2031年', place: '青江市' }))
  expect(found.join('\n')).toContain('城镇新增就业2.3万人')
  expect(found.join('\n')).not.toContain('3200人')
  const compared = fenced(await run('compare', { indicator: 'GDP', years: ['2029', 2030], places: ['青江市', '白水县'] })).join('\n')
  for (const figure of ['765.8亿元', '812.5亿元', '102.3亿元']) expect(compared).toContain(figure)
})

test('indicators are named as the user has grouped them', async () => {
  const facts = createFactReader()
  facts.regroup([{ name: '地区生产总值', group: '经济总量' }])
  const { run } = makeTools(facts)
  for (const name of ['GDP', '经济总量']) expect(await run('lookup_indicator', { name, year: 2030, place: '青江市' })).toContain('812.5亿元')
})

describe('what cannot be answered is said in words', () => {
  test.each<[string, unknown, string]>([
    ['search', {}, '缺少参数 query'],
    ['search', null, '缺少参数 query'],
    ['search', 'text', '缺少参数 query'],
    ['search', { query: ['', {}] }, '缺少参数 query'],
    ['search', { query: '水渠', places: ['无名市'] }, '库中没有这些地区的文件'],
    ['read_section', { documentId: 'E99' }, '没有这份文件'],
    ['read_section', { documentId: '没有的文件' }, '没有这份文件'],
    ['lookup_indicator', { name: 42 }, '没有叫这个名称的指标'],
    ['lookup_indicator', { name: '城镇新增就业', year: 1999 }, '库中有的年份：2030、2031'],
    ['compare', { years: [2030] }, '缺少参数 indicator'],
  ])('%s %j', async (name, args, words) => {
    const reply = await makeTools().run(name, args)
    expect(reply).toContain(words)
    expect(reply).not.toContain('<<<')
  })
})

test('replies are bounded in characters, whatever the sentences hold', async () => {
  const { run } = makeTools()
  for (const [name, args] of [
    ['search', { query: '长句' }],
    ['read_section', { documentId: '长句办法', section: '总则' }],
    ['search', { query: '工作' }],
  ] as const) {
    expect((await run(name, args)).length).toBeLessThan(4_000)
  }
})

test('handles stay within two digits', async () => {
  const { snapshot } = await createAnswerLibrary({
    '长表.txt': `长表\n\n第一章 表\n\n${Array.from({ length: 150 }, (_, i) => `第${i}号渠长${i}公里。`).join('\n\n')}\n`,
  })
  const book = createEvidenceBook(snapshot.sentences.slice(0, 90), { replyTokens: 5_000, totalTokens: 5_000 })
  const lines = fenced(book.show('查到：', snapshot.sentences.slice(90, 130)))
  expect(lines).toHaveLength(9)
  expect(lines.at(-1)).toMatch(/^\[E99\]/)
})

test('what all replies show together is bounded; then the model is told to answer', async () => {
  const { snapshot } = await createAnswerLibrary(INVENTED_LIBRARY)
  const book = createEvidenceBook([], { replyTokens: 300, totalTokens: 700 })
  const replies = [0, 20, 40, 60].map((from) => book.show('查到：', snapshot.sentences.slice(from, from + 15)))
  expect(replies.map((reply) => reply.includes('<<<'))).toEqual([true, true, true, false])
  expect(replies.at(-1)).toContain('不能再列')
})

test.each([
  [{ tool: 'search', args: { query: '城镇新增就业', years: [2030, 2031], places: ['青江市'] } }, '检索“城镇新增就业”（2030年、2031年、青江市）'],
  [{ tool: 'lookup_indicator', args: { name: '粮食总产量', year: 2030 } }, '查指标“粮食总产量”（2030年）'],
  [{ tool: 'compare', args: { indicator: 'GDP' } }, '比较“GDP”'],
  [{ tool: 'read_section', args: { documentId: 'E3' } }, '读章节“E3”'],
  [{ tool: 'search', args: { query: `a\u202e\n${'长'.repeat(100)}` } }, `检索“a ${'长'.repeat(38)}…”`],
])('%j is named for its reader', (step, label) => {
  expect(nameStep(step)).toBe(label)
})
