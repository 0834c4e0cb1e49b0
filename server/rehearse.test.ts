import { describe, expect, it } from 'vitest'
import { createAnswerLibrary } from '../tests/support/answer-library.ts'
import { INVENTED_LIBRARY } from '../tests/support/invented-library.ts'
import type { AnswerEngine } from './answer/context/answer-engine.ts'
import { createRehearsal } from './rehearse.ts'

const { snapshot, engine } = await createAnswerLibrary(INVENTED_LIBRARY)

/** The engine, with what it was asked written down. */
function listening(onAsked: () => void = () => undefined): { readonly engine: AnswerEngine; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    engine: {
      ...engine,
      answer(...args) {
        asked.push(args[1].question)
        onAsked()
        return engine.answer(...args)
      },
    },
  }
}

describe('createRehearsal', () => {
  it('asks the examples of the library and the other kinds of questions, once', async () => {
    const heard = listening()
    const rehearsal = createRehearsal(heard.engine)
    await rehearsal.prepare(snapshot, new AbortController().signal)
    expect(heard.asked).toEqual(expect.arrayContaining([...engine.examples(snapshot, 6)]))
    expect(heard.asked.some((question) => question.includes('有哪些'))).toBe(true)
    const count = heard.asked.length
    await rehearsal.prepare(snapshot, new AbortController().signal)
    expect(heard.asked).toHaveLength(count)
  })

  it('gives up where a newer library came', async () => {
    const controller = new AbortController()
    const heard = listening(() => controller.abort())
    await createRehearsal(heard.engine).prepare(snapshot, controller.signal)
    expect(heard.asked).toHaveLength(1)
  })

  it('leaves no trace in the answers', async () => {
    const request = { question: engine.examples(snapshot, 1)[0] ?? '', filters: {}, history: [] }
    const before = await engine.answer(snapshot, request)
    await createRehearsal(engine).prepare(snapshot, new AbortController().signal)
    expect(await engine.answer(snapshot, request)).toEqual(before)
  })
})
