import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { LibrarySnapshot } from '../ingest/index/library-snapshot.ts'
import { createAnswerLibrary } from '../tests/support/answer-library.ts'
import { INVENTED_LIBRARY } from '../tests/support/invented-library.ts'
import { createWarmUp, type WarmUpPart } from './warm-up.ts'

const { snapshot: first } = await createAnswerLibrary(INVENTED_LIBRARY)
const second: LibrarySnapshot = { ...first, generation: first.generation + 1 }
const throwUnexpected = (error: unknown): never => {
  throw error
}

/** A part that goes on turn by turn until it is told to give up or has done its turns. */
function createSlowPart(turns: number) {
  const done: LibrarySnapshot[] = []
  const begun: LibrarySnapshot[] = []
  const part: WarmUpPart = {
    async prepare(snapshot, signal) {
      begun.push(snapshot)
      for (let turn = 0; turn < turns && !signal.aborted; turn += 1) await nextTurn()
      if (!signal.aborted) done.push(snapshot)
    },
  }
  return { part, begun, done }
}

async function until(isMet: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000 && !isMet(); turn += 1) await nextTurn()
  expect(isMet()).toBe(true)
}

describe('createWarmUp', () => {
  it('begins after the caller goes on, and prepares part after part', async () => {
    const [one, two] = [createSlowPart(3), createSlowPart(3)]
    const warmUp = createWarmUp([one.part, two.part], throwUnexpected)
    warmUp.begin(first)
    expect(one.begun).toEqual([])
    await until(() => one.begun.length === 1)
    expect(two.begun).toEqual([])
    await until(() => two.done.length === 1)
    expect(one.done).toEqual([first])
    await warmUp.stop()
  })

  it('gives up an older generation for a newer one', async () => {
    const slow = createSlowPart(50)
    const warmUp = createWarmUp([slow.part], throwUnexpected)
    warmUp.begin(first)
    await until(() => slow.begun.length === 1)
    warmUp.begin(second)
    await until(() => slow.done.length > 0)
    expect(slow.begun.map(({ generation }) => generation)).toEqual([first.generation, second.generation])
    expect(slow.done.map(({ generation }) => generation)).toEqual([second.generation])
    await warmUp.stop()
  })

  it('stops in the middle, and begins nothing afterwards', async () => {
    const [slow, never] = [createSlowPart(1_000_000), createSlowPart(1)]
    const warmUp = createWarmUp([slow.part, never.part], throwUnexpected)
    warmUp.begin(first)
    await until(() => slow.begun.length === 1)
    await warmUp.stop()
    warmUp.begin(second)
    await nextTurn()
    expect([slow.done, slow.begun.length, never.begun]).toEqual([[], 1, []])
  })

  it('tells of a part that fails, and goes on with the next', async () => {
    const errors: unknown[] = []
    const last = createSlowPart(1)
    const failing: WarmUpPart = { prepare: () => Promise.reject(new Error('broken on purpose')) }
    const warmUp = createWarmUp([failing, last.part], (error) => errors.push(error))
    warmUp.begin(first)
    await until(() => last.done.length === 1)
    expect(errors).toEqual([new Error('broken on purpose')])
    await warmUp.stop()
  })
})
