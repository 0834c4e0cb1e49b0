import type { FactList, IndicatorQuery } from '../../server/contract/indicators.ts'
import type { Api } from '../api/api.ts'

/** The most that the server gives at once. */
const PAGE = 500
/** More would make the page slow; filters and the download lead to the rest. */
const MOST = 2_000

/** The first facts of a query, up to 2,000, and how many there are. */
export async function listManyFacts(api: Pick<Api, 'listFacts'>, query: IndicatorQuery): Promise<FactList> {
  const first = await api.listFacts({ ...query, limit: PAGE })
  const offsets = Array.from({ length: Math.ceil(Math.min(first.total, MOST) / PAGE) }, (_, page) => page * PAGE).slice(1)
  const others = await Promise.all(offsets.map((offset) => api.listFacts({ ...query, limit: PAGE, offset })))
  return { items: [first, ...others].flatMap(({ items }) => items), total: first.total }
}
