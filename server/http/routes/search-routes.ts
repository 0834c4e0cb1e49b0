import { SearchQuery, SearchResult } from '../../contract/search.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'

const DEFAULT_LIMIT = 20

export function addSearchRoutes(app: App, services: Services): void {
  app.get(
    '/api/search',
    {
      schema: {
        tags: ['documents'],
        summary: 'Sentences of the library that speak of something, best first',
        querystring: SearchQuery,
        response: { 200: SearchResult, ...FAILURES },
      },
    },
    async ({ query: { q, years, places, limit } }) => {
      const filters = {
        ...(years === undefined ? {} : { years: asList(years).map(Number) }),
        ...(places === undefined ? {} : { places: asList(places) }),
      }
      return services.search.search(services.snapshot(), { query: q, filters, limit: limit ?? DEFAULT_LIMIT })
    },
  )
}

/** One value, several, or one with commas. */
function asList(value: string | number | readonly (string | number)[]): string[] {
  return (Array.isArray(value) ? value : [value])
    .flatMap((item) => String(item).split(/[,，、]/))
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
