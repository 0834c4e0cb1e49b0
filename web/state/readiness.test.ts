import { describe, expect, it } from 'vitest'
import type { ReadyView } from '../../server/contract/status.ts'
import { ApiFailure, unreachable } from '../api/api-failure.ts'
import { createReadinessWatch } from './readiness.ts'

const view: ReadyView = { ready: true, generation: 1, documents: 5, sentences: 9, encoder: null, segmenter: 's', degraded: [] }

async function stateAfter(ready: () => Promise<ReadyView>) {
  const watch = createReadinessWatch({ ready })
  await watch.check()
  return watch.state.get()
}

describe('createReadinessWatch', () => {
  it('tells well, less well, starting and away apart', async () => {
    expect(await stateAfter(async () => view)).toEqual({ status: 'ok', documents: 5 })
    expect(await stateAfter(async () => ({ ...view, degraded: ['只按关键词检索'] }))).toEqual({
      status: 'degraded',
      reasons: ['只按关键词检索'],
      documents: 5,
    })
    const notReady = new ApiFailure(503, 'unexpected_response', '', { body: { ...view, ready: false, degraded: ['正在收录'] } })
    expect(await stateAfter(() => Promise.reject(notReady))).toEqual({ status: 'starting', message: '正在收录' })
    expect(await stateAfter(() => Promise.reject(unreachable(new TypeError('refused'))))).toMatchObject({
      status: 'offline',
      message: expect.stringContaining('连不上'),
    })
  })

  it('keeps what the service last said of itself while it is away', async () => {
    let away = false
    const watch = createReadinessWatch({ ready: () => (away ? Promise.reject(unreachable(new TypeError('refused'))) : Promise.resolve(view)) })
    expect(watch.view.get()).toBeNull()
    await watch.check()
    away = true
    await watch.check()
    expect(watch.state.get().status).toBe('offline')
    expect(watch.view.get()).toEqual(view)
  })
})
