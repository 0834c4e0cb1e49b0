import { type Static, Type } from 'typebox'

/** GET /ready. `degraded` names, in Chinese, what works less well and why; empty when all is well. */
export const ReadyView = Type.Object({
  ready: Type.Boolean(),
  generation: Type.Integer(),
  documents: Type.Integer(),
  sentences: Type.Integer(),
  encoder: Type.Union([Type.String(), Type.Null()]),
  segmenter: Type.String(),
  /** The name of the language model that may write answers; null, or left out, where none is configured. */
  model: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  degraded: Type.Array(Type.String()),
})
export type ReadyView = Static<typeof ReadyView>

/** GET /api/examples: questions that this library answers, drawn from its own sentences. */
export const ExamplesView = Type.Object({ questions: Type.Array(Type.String()) })
export type ExamplesView = Static<typeof ExamplesView>
