import { Type } from 'typebox'

/** The path of a route for one thing: /api/things/:id. */
export const ID_PARAMS = Type.Object({ id: Type.String({ maxLength: 64 }) })
