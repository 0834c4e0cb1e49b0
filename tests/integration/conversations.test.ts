import { Value } from 'typebox/value'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConversationDetail, ConversationList, ConversationView } from '../../server/contract/conversations.ts'
import { createTestApp, multipart, type TestApp } from '../support/test-app.ts'

let current: TestApp
beforeEach(async () => {
  current = await createTestApp()
})
afterEach(async () => {
  await current.close()
})

const host = 'localhost'

function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) {
  return current.app.inject({ method, url, headers: { host }, ...(payload ? { payload } : {}) })
}

async function ask(question: string) {
  return (await call('POST', '/api/chat', { question })).json()
}

test('a conversation is named after its first question, listed, found, renamed and deleted', async () => {
  const { conversationId } = await ask('  全年\n增长多少？ ')
  await ask(`关于${'很'.repeat(60)}长的问题`)
  const list = (await call('GET', '/api/conversations')).json()
  expect(Value.Errors(ConversationList, list)).toEqual([])
  expect(list.total).toBe(2)
  expect(list.items[0].title).toBe(`关于${'很'.repeat(37)}…`)
  expect(list.items[1].title).toBe('全年 增长多少？')
  expect((await call('GET', '/api/conversations?limit=1&offset=1')).json().items.map(({ id }: { id: string }) => id)).toEqual([conversationId])
  expect((await call('GET', `/api/conversations?q=${encodeURIComponent('增长')}`)).json().total).toBe(1)

  const renamed = await call('PATCH', `/api/conversations/${conversationId}`, { title: '增长' })
  expect(Value.Errors(ConversationView, renamed.json())).toEqual([])
  expect(renamed.json().title).toBe('增长')

  expect((await call('DELETE', `/api/conversations/${conversationId}`)).statusCode).toBe(204)
  expect((await call('GET', `/api/conversations/${conversationId}`)).json().error.code).toBe('conversation_not_found')
  expect((await call('GET', '/api/conversations')).json().total).toBe(1)
})

test('a turn keeps its citations after the document went, and says so', async () => {
  const { payload, headers } = await multipart([{ name: 'a.txt', content: '甲县报告' }])
  const job = (await current.app.inject({ method: 'POST', url: '/api/documents', headers: { host, ...headers }, payload })).json()
  await current.services.jobs.settled(job.id)
  const answer = await ask('增长？')
  const documentId = answer.citations[0].documentId
  const before = (await call('GET', `/api/conversations/${answer.conversationId}`)).json()
  expect(Value.Errors(ConversationDetail, before)).toEqual([])
  expect(before.turns[0].stale).toEqual([])
  await call('DELETE', `/api/documents/${documentId}`)
  const after = (await call('GET', `/api/conversations/${answer.conversationId}`)).json()
  expect(after.turns[0].answer.citations[0].quote).toBe('甲县报告')
  expect(after.turns[0].stale).toEqual([documentId])
})

test('feedback is kept with the turn and replaced by the next', async () => {
  const { turnId, conversationId } = await ask('增长？')
  expect((await call('POST', `/api/turns/${turnId}/feedback`, { rating: 'down', comment: '年份不对' })).statusCode).toBe(204)
  expect((await call('GET', `/api/conversations/${conversationId}`)).json().turns[0].feedback).toEqual({ rating: 'down', comment: '年份不对' })
  expect((await call('POST', `/api/turns/${turnId}/feedback`, { rating: 'up' })).statusCode).toBe(204)
  expect((await call('GET', `/api/conversations/${conversationId}`)).json().turns[0].feedback).toEqual({ rating: 'up' })
})

test('unknown ids and bad bodies', async () => {
  const { turnId, conversationId } = await ask('增长？')
  const cases = [
    ['GET', '/api/conversations/c0', undefined, 404, 'conversation_not_found'],
    ['PATCH', '/api/conversations/c0', { title: 'x' }, 404, 'conversation_not_found'],
    ['DELETE', '/api/conversations/c0', undefined, 404, 'conversation_not_found'],
    ['POST', '/api/turns/t0/feedback', { rating: 'up' }, 404, 'turn_not_found'],
    ['PATCH', `/api/conversations/${conversationId}`, { title: '' }, 422, 'invalid_request'],
    ['PATCH', `/api/conversations/${conversationId}`, { name: 'x' }, 422, 'invalid_request'],
    ['POST', `/api/turns/${turnId}/feedback`, { rating: 'best' }, 422, 'invalid_request'],
    ['POST', `/api/turns/${turnId}/feedback`, { rating: 'up', comment: '长'.repeat(3000) }, 422, 'invalid_request'],
    ['GET', '/api/conversations?limit=0', undefined, 422, 'invalid_request'],
  ] as const
  for (const [method, url, payload, status, code] of cases) {
    const response = await call(method, url, payload)
    expect([url, response.statusCode, response.json().error.code]).toEqual([url, status, code])
  }
})

test('examples come from the engine, as many as asked for', async () => {
  expect((await call('GET', '/api/examples')).json()).toEqual({ questions: ['全年增长多少？', '有哪些任务？'] })
  expect((await call('GET', '/api/examples?count=1')).json()).toEqual({ questions: ['全年增长多少？'] })
  expect((await call('GET', '/api/examples?count=0')).statusCode).toBe(422)
})
