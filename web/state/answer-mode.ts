import type { ChatRequest } from '../../server/contract/chat.ts'
import { createStore, type Store } from './store.ts'

export type AnswerMode = NonNullable<ChatRequest['mode']>

export interface AnswerModeChoice {
  readonly mode: Store<AnswerMode>
  choose(mode: AnswerMode): void
}

const KEY = 'youju.mode'

/** Whether answers are written by the language model or taken from the originals as they stand, where the user has the choice; kept in the browser. */
export function createAnswerModeChoice(storage: Storage): AnswerModeChoice {
  const mode = createStore<AnswerMode>(storage.getItem(KEY) === 'extractive' ? 'extractive' : 'llm')
  return {
    mode,
    choose(value) {
      mode.set(value)
      storage.setItem(KEY, value)
    },
  }
}
