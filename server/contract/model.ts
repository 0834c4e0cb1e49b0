import { type Static, Type } from 'typebox'

/** GET /api/model: which language model the server is configured with. The key is never told, and no client names an address. */
export const ModelView = Type.Object({
  configured: Type.Boolean(),
  /** Its name at the endpoint; null where none is configured. */
  name: Type.Union([Type.String(), Type.Null()]),
  /** Host and port of the endpoint, without path or credentials. */
  host: Type.Union([Type.String(), Type.Null()]),
})
export type ModelView = Static<typeof ModelView>

/** POST /api/model/check, which has no body: the model was asked for a word and answered. What failed comes as an error of the API, model_unreachable and its like. */
export const ModelCheck = Type.Object({
  name: Type.String(),
  /** Until the reply was whole, in milliseconds. */
  latencyMs: Type.Number({ minimum: 0 }),
})
export type ModelCheck = Static<typeof ModelCheck>
