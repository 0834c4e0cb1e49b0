import { describe, expect, it } from 'vitest'
import type { ChatAnswer, ChatRequest } from '../../server/contract/chat.ts'
import type { Api } from '../api/api.ts'
import { ApiFailure } from '../api/api-failure.ts'
import { createConversation } from './conversation.ts'

const answer = {
  conversationId: 'c1',
  turnId: 't1',
  answer: '目标是3%。[1]',
  citations: [],
  understood: { question: '目标' },
} as unknown as ChatAnswer

function setUp(ask: Api['ask'], mode?: ChatRequest['mode']) {
  const answered: string[] = []
  const rated: string[] = []
  const model = createConversation(
    {
      ask,
      getConversation: async () => {
        throw new ApiFailure(404, 'conversation_not_found', '找不到')
      },
      sendFeedback: async (turnId, { rating }) => void rated.push(`${turnId} ${rating}`),
    },
    { onAnswered: (id) => answered.push(id), onFailed: ({ code }) => answered.push(code), readMode: () => mode },
  )
  return { model, answered, rated }
}

describe('createConversation', () => {
  it('keeps the text as it forms, then the answer, and goes on in the same conversation', async () => {
    const requests: ChatRequest[] = []
    const { model, answered, rated } = setUp(async (request, listener) => {
      requests.push(request)
      listener.onDelta('目标')
      expect(model.state.get().turns.at(-1)).toMatchObject({ status: 'answering', text: '目标' })
      return answer
    })
    await model.ask('目标是多少')
    await model.ask('那去年呢', { years: [2024] })
    expect(requests).toEqual([{ question: '目标是多少' }, { question: '那去年呢', conversationId: 'c1', filters: { years: [2024] } }])
    expect(model.state.get()).toMatchObject({ id: 'c1', turns: [{ status: 'done', text: '目标是3%。[1]' }, { status: 'done' }] })
    expect(answered).toEqual(['c1', 'c1'])
    await model.rate('asked-1', { rating: 'up' })
    expect(rated).toEqual(['t1 up'])
  })

  it('marks a stopped question as stopped, keeping what had come', async () => {
    const { model } = setUp((_request, listener, signal) => {
      listener.onDelta('目')
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    })
    const asked = model.ask('目标是多少')
    model.stop()
    await asked
    expect(model.state.get().turns[0]).toMatchObject({ status: 'stopped', text: '目', failure: null })
  })

  it('sends how the answer is wanted, and keeps the steps and statements of a model in order, each as it last was', async () => {
    const requests: ChatRequest[] = []
    const { model } = setUp(async (request, listener) => {
      requests.push(request)
      listener.onStart({ turnId: 't1', mode: 'llm' })
      listener.onStep({ n: 2, label: '查指标', status: 'running' })
      listener.onStep({ n: 1, label: '检索', status: 'running' })
      listener.onStep({ n: 1, label: '检索', status: 'done' })
      listener.onStatement({ index: 1, text: '去年', verdict: 'checking' })
      listener.onStatement({ index: 0, text: '目标', verdict: 'checking' })
      listener.onStatement({ index: 0, text: '目标是3%。', verdict: 'supported' })
      expect(model.state.get().turns[0]).toMatchObject({
        status: 'answering',
        mode: 'llm',
        steps: [
          { n: 1, status: 'done' },
          { n: 2, status: 'running' },
        ],
        statements: [
          { index: 0, text: '目标是3%。', verdict: 'supported' },
          { index: 1, text: '去年', verdict: 'checking' },
        ],
      })
      return answer
    }, 'llm')
    await model.ask('目标是多少')
    expect(requests).toEqual([{ question: '目标是多少', mode: 'llm' }])
  })

  it('shows why a question or a conversation failed', async () => {
    const { model, answered } = setUp(async () => {
      throw new ApiFailure(503, 'overloaded', '请稍后')
    })
    await model.ask('目标')
    expect(model.state.get().turns[0]).toMatchObject({ status: 'failed', failure: { message: '请稍后' } })
    expect(answered).toEqual(['overloaded'])
    await model.open('gone')
    expect(model.state.get()).toMatchObject({ id: 'gone', status: 'failed', failure: { message: '找不到' }, turns: [] })
  })
})
