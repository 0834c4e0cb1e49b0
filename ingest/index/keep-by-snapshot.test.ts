import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createAnswerLibrary } from '../../tests/support/answer-library.ts'
import { finishSteps, keepBySnapshot } from './keep-by-snapshot.ts'

const { snapshot } = await createAnswerLibrary({ 'a.txt': '青江市2029年政府工作报告\n\n新建水渠三十公里。\n' })
const STEPS = 60
const STEP_MS = 1

/** Work of sixty steps of a millisecond, and the steps that were done. */
function createWork() {
  const done: number[] = []
  const kept = keepBySnapshot(function* () {
    for (let step = 0; step < STEPS; step += 1) {
      done.push(step)
      const end = performance.now() + STEP_MS
      while (performance.now() < end);
      yield
    }
    return { steps: done.length }
  })
  return { kept, done }
}

describe('keepBySnapshot', () => {
  it('works a result out once', () => {
    const { kept, done } = createWork()
    expect(kept.of(snapshot)).toBe(kept.of(snapshot))
    expect(done).toHaveLength(STEPS)
    expect(kept.of({ ...snapshot })).toEqual({ steps: 2 * STEPS })
  })

  it('lets others work between its slices', async () => {
    const { kept, done } = createWork()
    let isOver = false
    const prepared = kept.prepare(snapshot).then(() => {
      isOver = true
    })
    let turns = 0
    while (!isOver) {
      await nextTurn()
      turns += 1
    }
    await prepared
    expect(turns).toBeGreaterThan(3)
    expect([done.length, kept.of(snapshot)]).toEqual([STEPS, { steps: STEPS }])
  })

  it('goes on at once where the slices have got to, for who cannot wait', async () => {
    const { kept, done } = createWork()
    const prepared = kept.prepare(snapshot)
    expect(done.length).toBeGreaterThan(0)
    expect(done.length).toBeLessThan(STEPS)
    expect(kept.of(snapshot)).toEqual({ steps: STEPS })
    await prepared
    expect(done).toHaveLength(STEPS)
  })

  it('stops when it is told to', async () => {
    const { kept, done } = createWork()
    const controller = new AbortController()
    const prepared = kept.prepare(snapshot, controller.signal)
    controller.abort()
    await prepared
    expect(done.length).toBeLessThan(STEPS)
  })

  it('begins anew after a failure', async () => {
    let attempts = 0
    const kept = keepBySnapshot(function* () {
      attempts += 1
      yield
      if (attempts < 3) throw new Error(`attempt ${attempts}`)
      return attempts
    })
    expect(() => kept.of(snapshot)).toThrow('attempt 1')
    await expect(kept.prepare(snapshot)).rejects.toThrow('attempt 2')
    expect(kept.of(snapshot)).toBe(3)
  })
})

describe('finishSteps', () => {
  it('returns what the work returns', () =>
    expect(
      finishSteps(
        (function* () {
          yield
          return '完'
        })(),
      ),
    ).toBe('完'))
})
