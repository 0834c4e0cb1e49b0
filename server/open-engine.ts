import type { SnapshotReadings } from './answer/cite/snapshot-readings.ts'
import type { AnswerEngine } from './answer/context/answer-engine.ts'
import type { FactReader } from './answer/facts/fact-reader.ts'
import type { Config } from './config.ts'
import { type ConfiguredModel, openChatModel } from './model/open-chat-model.ts'
import { reportFailures } from './model/report-failures.ts'
import { createModelAnswerEngine } from './model-answer/create-model-answer-engine.ts'
import { createResearcher } from './research/create-researcher.ts'
import type { Retriever } from './retrieval/retriever.ts'

export interface OpenEngine {
  readonly engine: AnswerEngine
  /** Null where none is configured. */
  readonly model: ConfiguredModel | null
}

/** The extractive engine, with the language model beside it where the settings name one. Connects to nothing yet. */
export async function openEngine(
  extractive: AnswerEngine,
  { llm }: Config,
  parts: {
    /** Shared with the extractive engine. */
    readonly facts: FactReader
    readonly readings: SnapshotReadings
    readonly retriever: Retriever
    readonly onUnexpected: (error: unknown) => void
    /** Called with the code of each failure of the model. */
    readonly onModelFailure?: (code: string) => void
  },
): Promise<OpenEngine> {
  const opened = await openChatModel(llm)
  const model = opened && reportFailures(opened, (code) => parts.onModelFailure?.(code))
  if (llm === null || model === null) return { engine: extractive, model: null }
  const { retriever, readings, facts } = parts
  const engine = createModelAnswerEngine({
    extractive,
    model: model.chat,
    retriever,
    readings,
    researcher: createResearcher({
      agent: model.agent,
      retriever,
      facts,
      contextTokens: llm.contextTokens,
    }),
    onUnexpected: parts.onUnexpected,
    limits: { contextTokens: llm.contextTokens },
  })
  return { engine, model }
}
