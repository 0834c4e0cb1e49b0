import { describe, expect, it } from 'vitest'
import { createAnswerModeChoice } from './answer-mode.ts'

function memoryStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage
}

describe('createAnswerModeChoice', () => {
  it('begins with the model, and keeps what the user chose', () => {
    const storage = memoryStorage()
    const choice = createAnswerModeChoice(storage)
    expect(choice.mode.get()).toBe('llm')
    choice.choose('extractive')
    expect(createAnswerModeChoice(storage).mode.get()).toBe('extractive')
    choice.choose('llm')
    expect(createAnswerModeChoice(storage).mode.get()).toBe('llm')
  })

  it('takes a damaged entry for none', () => {
    const storage = memoryStorage()
    storage.setItem('youju.mode', '<b>')
    expect(createAnswerModeChoice(storage).mode.get()).toBe('llm')
  })
})
