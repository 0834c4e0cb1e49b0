import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { checkModel } from '../../server/model/check-model.ts'
import { MODEL_LIMITS, type ModelLimits } from '../../server/model/model-limits.ts'
import { createOpenAiChatModel } from '../../server/model/openai-chat-model.ts'
import { createModelAnswerEngine } from '../../server/model-answer/create-model-answer-engine.ts'
import type { ModelAnswerLimits } from '../../server/model-answer/model-answer-limits.ts'
import { createRetriever, type Retriever } from '../../server/retrieval/retriever.ts'
import { createSynonymFinder } from '../../server/understand/other-names.ts'
import { type AnswerLibrary, createAnswerLibrary } from './answer-library.ts'
import { INVENTED_LIBRARY } from './invented-library.ts'
import { createTestApp, type TestApp, type TestAppOptions } from './test-app.ts'

/** The invented library with the real engine and retriever, to be shared by the apps of a test file. */
export interface ModelLibrary extends AnswerLibrary {
  readonly retriever: Retriever
}

export async function createModelLibrary(texts: Readonly<Record<string, string>> = INVENTED_LIBRARY): Promise<ModelLibrary> {
  const { segmenter } = await openSegmenter()
  const retriever = createRetriever({ analyzer: createAnalyzer(segmenter), embedder: null, synonyms: createSynonymFinder() })
  return { ...(await createAnswerLibrary(texts)), retriever }
}

/** The name under which apps of tests know their model, and the key that must never be seen. */
export const MODEL_NAME = 'scripted-model'
export const CANARY_KEY = 'sk-canary-3fd8c1'

export interface ModelAppOptions {
  readonly limits?: Partial<ModelLimits>
  readonly answerLimits?: Partial<ModelAnswerLimits>
  readonly test?: TestAppOptions
}

/** The real app with the real engine and a model at `baseUrl` beside it. */
export async function createModelApp(library: ModelLibrary, baseUrl: string, options: ModelAppOptions = {}): Promise<TestApp> {
  const model = createOpenAiChatModel({ model: MODEL_NAME, baseUrl, apiKey: CANARY_KEY }, { ...MODEL_LIMITS, ...options.limits }, () => 0.5)
  const unexpected: unknown[] = []
  const engine = createModelAnswerEngine({
    extractive: library.engine,
    model,
    retriever: library.retriever,
    onUnexpected: (error) => unexpected.push(error),
    ...(options.answerLimits ? { limits: options.answerLimits } : {}),
  })
  const app = await createTestApp({
    ...options.test,
    parts: {
      readSnapshot: () => library.snapshot,
      engine,
      model: { name: MODEL_NAME, host: new URL(baseUrl).host, check: (signal) => checkModel(model, signal), onFailure: () => undefined },
      onUnexpected: (error) => unexpected.push(error),
      ...options.test?.parts,
    },
  })
  return { ...app, unexpected }
}
