import type { BriefRequest, MAX_BRIEF_REQUEST_CHARS } from '../../../server/contract/briefs.ts'

/** The contract's limit; the type keeps the two from drifting apart, since the page takes only types from the server. */
export const REQUEST_LIMIT: typeof MAX_BRIEF_REQUEST_CHARS = 2_000

/** The counter shows from here on. */
export const COUNTER_FROM = 1_800

export type BriefLength = NonNullable<BriefRequest['length']>

/** A request for a brief as its form holds it. Without years or places, those that the request names apply. */
export interface BriefDraft {
  readonly request: string
  readonly years: readonly number[]
  readonly places: readonly string[]
  readonly length: BriefLength
}

export const EMPTY_DRAFT: BriefDraft = { request: '', years: [], places: [], length: 'normal' }

/** What is wrong with a draft before it is sent, in Chinese; null when it may go. */
export function findRequestProblem({ request }: BriefDraft): string | null {
  if (request.trim() === '') return '请先写下要什么简报，例如主题、年份和地区。'
  const excess = request.length - REQUEST_LIMIT
  return excess > 0 ? `要求超出 ${excess} 字（上限 ${REQUEST_LIMIT} 字）。请缩短，或拆成几份简报。` : null
}

export function toRequest({ request, years, places, length }: BriefDraft): BriefRequest {
  const filters = { ...(years.length > 0 ? { years: [...years] } : {}), ...(places.length > 0 ? { places: [...places] } : {}) }
  return { request: request.trim(), length, ...(Object.keys(filters).length > 0 ? { filters } : {}) }
}
