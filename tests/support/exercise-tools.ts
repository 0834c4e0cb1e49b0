import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { McpError } from '@modelcontextprotocol/sdk/types.js'
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv'
import { expect } from 'vitest'
import { INVENTED_LIBRARY } from './invented-library.ts'

type CallResult = Awaited<ReturnType<Client['callTool']>>

/** The text of a tool's answer. */
export function textOf({ content }: CallResult): string {
  return (Array.isArray(content) ? content : []).map((part: { readonly text?: string }) => part.text ?? '').join('\n')
}

/** Lists the tools and calls each over the invented library, rightly and wrongly, whatever the transport. `keptBriefs`: whether briefs can be kept. */
export async function exerciseTools(client: Client, keepsBriefs = true): Promise<void> {
  const { tools } = await client.listTools()
  expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
    ['ask', true],
    ['search', true],
    ['read_document', true],
    ['lookup_indicator', true],
    ['write_brief', false],
  ])
  for (const { title, description, inputSchema, outputSchema } of tools) {
    expect(`${title}${description}`).toMatch(/^[\u4e00-\u9fff]/)
    expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object'])
  }
  const call = async (name: string, args: Record<string, unknown>): Promise<{ text: string; data: Record<string, unknown> }> => {
    // The client itself checks the structured content against the output's schema, after it has listed the tools.
    const result = await client.callTool({ name, arguments: args })
    expect([name, result.isError, textOf(result)]).toEqual([name, undefined, expect.any(String)])
    const schema = tools.find((tool) => tool.name === name)?.outputSchema ?? {}
    const checked = new AjvJsonSchemaValidator().getValidator(schema)(result.structuredContent)
    expect([name, checked.errorMessage]).toEqual([name, undefined])
    return { text: textOf(result), data: result.structuredContent as Record<string, unknown> }
  }

  const asked = await call('ask', { question: '青江市2031年粮食总产量目标是多少？' })
  expect(asked.data).toMatchObject({ outcome: 'answered', mode: 'extractive', statements: [{ verdict: 'supported' }] })
  expect(asked.text).toMatch(/97万吨以上[\s\S]*\[1\] 《2031年青江市政府工作报告》二：“[^”]*97万吨以上/)
  const followed = await call('ask', { question: '那白水县呢？', earlierQuestions: ['青江市2031年粮食总产量目标是多少？'] })
  expect(followed.text).toContain('12万吨以上')
  const refused = await call('ask', { question: '青江市2019年粮食总产量是多少？' })
  expect(refused.data).toMatchObject({ outcome: 'abstained', reason: expect.stringContaining('2019') })

  const found = await call('search', { query: '提水泵站', limit: 2, years: [2031] })
  const [hit] = found.data.items as { documentId: string; quote: string; start: number; end: number; file: string }[]
  expect(hit?.quote).toContain('提水泵站6座')
  expect(found.text).toContain(hit?.documentId)

  const { documentId = '', start = 0, end = 0 } = hit ?? {}
  const read = await call('read_document', { documentId, start, maxChars: 100 })
  const original = INVENTED_LIBRARY[hit?.file ?? ''] ?? ''
  expect(read.data).toMatchObject({ documentId, start, length: original.length, text: original.slice(start, start + 100) })
  expect(original.slice(start, end).replace(/\s/g, '')).toBe(hit?.quote.replace(/\s/g, ''))
  const outline = read.data.outline as { index: number; heading: string; start: number; end: number }[]
  const review = outline.find(({ heading }) => heading.includes('工作安排'))
  const section = await call('read_document', { documentId, section: review?.index })
  expect(section.data).toMatchObject({ start: review?.start, end: review?.end, nextStart: null })

  const looked = await call('lookup_indicator', { name: '粮食总产量', year: 2031, kind: 'target' })
  expect(looked.data).toMatchObject({ total: 2, names: ['粮食产量'] })
  expect(looked.text).toContain('97万吨以上')
  expect((await call('lookup_indicator', { name: '量子计算机' })).data).toMatchObject({ total: 0, items: [] })

  const brief = await call('write_brief', { request: '青江市2030—2031年灌溉水渠建设简报', length: 'short' })
  expect(brief.data).toMatchObject(
    keepsBriefs ? { briefId: expect.any(String), note: null } : { briefId: null, note: expect.stringContaining('正被') },
  )
  expect(brief.text).toMatch(/\[\^1\]: 《/)

  const wrong: [string, Record<string, unknown>, RegExp][] = [
    ['ask', {}, /question没有给出/],
    ['ask', { question: '' }, /question不能为空/],
    ['ask', { question: '增长？', years: ['去年'] }, /years\.0应为整数/],
    ['ask', { question: '增长？', colour: 1 }, /colour是不认识的字段/],
    ['search', { query: '水渠', limit: 1_000 }, /limit不能大于 50/],
    ['search', { query: '水渠', documentIds: ['d0'] }, /没有编号为 d0 的文档.*《/],
    ['read_document', { documentId: 'd0' }, /没有编号为 d0 的文档.*《/],
    ['read_document', { documentId, section: 999 }, /没有编号为 999 的章节/],
    ['write_brief', { request: '写一份简报' }, /没有看出简报要写什么主题/],
  ]
  for (const [name, args, message] of wrong) {
    const result = await client.callTool({ name, arguments: args })
    expect([name, args, result.isError, textOf(result)]).toEqual([name, args, true, expect.stringMatching(message)])
  }
  await expect(client.callTool({ name: 'delete_everything', arguments: {} })).rejects.toThrow(McpError)
}
