import { type Static, Type } from 'typebox'
import { Citation } from './chat.ts'

const Names = Type.Union([Type.String({ maxLength: 400 }), Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })])
const Years = Type.Union([
  Type.Integer({ minimum: 1900, maximum: 2100 }),
  Type.Array(Type.Integer({ minimum: 1900, maximum: 2100 }), { maxItems: 20 }),
  Type.String({ maxLength: 200, pattern: '^[0-9]{4}([,、][0-9]{4})*$' }),
])

/** `years` and `places` may be given several times or as a list with commas; without them those that `q` names apply. `limit` 1 to 50, 20 when not given. */
export const SearchQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 400 }),
    years: Type.Optional(Years),
    places: Type.Optional(Names),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  },
  { additionalProperties: false },
)
export type SearchQuery = Static<typeof SearchQuery>

/** A sentence of the library, numbered by rank. */
export const SearchHit = Type.Intersect([Citation, Type.Object({ score: Type.Number() })])
export type SearchHit = Static<typeof SearchHit>

/** `understood`: by which years and places the library was searched. */
export const SearchResult = Type.Object({
  understood: Type.Object({ query: Type.String(), years: Type.Array(Type.Integer()), places: Type.Array(Type.String()) }),
  items: Type.Array(SearchHit),
})
export type SearchResult = Static<typeof SearchResult>
