import { type Static, Type } from 'typebox'

export const ErrorBody = Type.Object({
  error: Type.Object({
    /** Stable, snake_case. */
    code: Type.String(),
    /** Chinese: what happened, why, what to do. */
    message: Type.String(),
    details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  }),
})
export type ErrorBody = Static<typeof ErrorBody>
