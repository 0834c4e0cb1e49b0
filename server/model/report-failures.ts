import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { ConfiguredModel } from './open-chat-model.ts'

/** A model whose failures are told as they happen, by code; they are thrown all the same. An abort by the caller is none. */
export function reportFailures(model: ConfiguredModel, onFailure: (code: string) => void): ConfiguredModel {
  const report = (error: unknown, signal: AbortSignal | undefined): void => {
    if (!signal?.aborted) onFailure(error instanceof CodedError ? error.code : 'unforeseen')
  }
  return {
    ...model,
    chat: {
      name: model.chat.name,
      async *stream(request, signal) {
        try {
          yield* model.chat.stream(request, signal)
        } catch (error) {
          report(error, signal)
          throw error
        }
      },
    },
    agent: {
      async run(task, onStep, signal) {
        try {
          return await model.agent.run(task, onStep, signal)
        } catch (error) {
          report(error, signal)
          throw error
        }
      },
    },
  }
}

/** Failures on their way from the model to those who count them. */
export interface ModelFailures {
  report(code: string): void
  /** Calls `listener` with the code of each failure from now on. */
  watch(listener: (code: string) => void): void
}

export function createModelFailures(): ModelFailures {
  const listeners: ((code: string) => void)[] = []
  return {
    report(code) {
      for (const listener of listeners) listener(code)
    },
    watch(listener) {
      listeners.push(listener)
    },
  }
}
