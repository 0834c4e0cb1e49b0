import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'

describe('questions that go on from an answer', () => {
  let library: AnswerLibrary
  beforeAll(async () => {
    library = await createAnswerLibrary(INVENTED_LIBRARY)
  })

  it('offers the result for the target and the other year, none of them the question itself', async () => {
    const { suggestions = [] } = await library.ask('2031年青江市粮食总产量的目标是多少？')
    expect(suggestions.length).toBeGreaterThan(0)
    expect(suggestions.length).toBeLessThanOrEqual(3)
    expect(suggestions.some((question) => question.includes('2030年') && question.includes('粮食'))).toBe(true)
    expect(suggestions).not.toContain('2031年青江市粮食总产量的目标是多少？')
  })

  it.each([
    '2031年青江市粮食总产量的目标是多少？',
    '白水县2031年新修灌溉水渠多少公里？',
    '青江市2031年高铁里程是多少公里？',
    '青江市2030年GDP增长了多少？',
  ])('answers every question that it offers beside “%s”', async (question) => {
    const first = await library.ask(question)
    const again = await library.ask(question)
    expect(again.suggestions).toEqual(first.suggestions)
    for (const suggestion of first.suggestions ?? []) {
      const answer = await library.ask(suggestion)
      expect(answer.outcome, suggestion).toBe('answered')
      const year = Number(suggestion.slice(0, 4))
      expect(
        answer.citations.some((citation) => citation.year === year),
        suggestion,
      ).toBe(true)
    }
  })
})
