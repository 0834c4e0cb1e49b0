import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRoute, parseRoute, type Route } from './route.ts'

const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)

function reparse(route: Route): Route {
  const url = new URL(formatRoute(route), 'http://page.test')
  return parseRoute(url.pathname, url.search)
}

describe('routes', () => {
  it('come back from their address', () => {
    const id = fc.string({ minLength: 1 }).filter((text) => text !== '.' && text !== '..' && isWellFormed(text))
    const range = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1000 })).map(([start, length]) => ({ start, end: start + length }))
    const word = fc.string().filter(isWellFormed)
    fc.assert(
      fc.property(id, (conversationId) => {
        expect(reparse({ page: 'ask', conversationId })).toEqual({ page: 'ask', conversationId })
      }),
    )
    fc.assert(
      fc.property(id, fc.option(range), (document, place) => {
        expect(reparse({ page: 'document', id: document, range: place })).toEqual({ page: 'document', id: document, range: place })
      }),
    )
    fc.assert(
      fc.property(word, word, (q, place) => {
        const route: Route = { page: 'documents', filters: { q, year: '2025', place, kind: '' } }
        expect(reparse(route)).toEqual(route)
      }),
    )
  })

  it('of the ledger and the briefs come back from their address', () => {
    const id = fc.string({ minLength: 1 }).filter((text) => text !== '.' && text !== '..' && isWellFormed(text))
    const word = fc.string().filter(isWellFormed)
    fc.assert(
      fc.property(id, word, word, (key, name, place) => {
        const routes: Route[] = [
          { page: 'indicators', filters: { name, q: place, year: '2025', place, kind: 'target' } },
          { page: 'conflicts' },
          { page: 'changes', from: name, to: place },
          { page: 'briefs' },
          { page: 'brief', id: key },
        ]
        for (const route of routes) expect(reparse(route)).toEqual(route)
      }),
    )
    expect(parseRoute('/indicators/elsewhere', '')).toEqual({ page: 'not-found', path: '/indicators/elsewhere' })
    expect(parseRoute('/briefs/a/b', '')).toEqual({ page: 'not-found', path: '/briefs/a/b' })
  })

  it('take damaged ranges for none and unknown paths for not found', () => {
    expect(parseRoute('/documents/d1', '?start=9&end=3')).toEqual({ page: 'document', id: 'd1', range: null })
    expect(parseRoute('/documents/d1', '?start=a&end=3')).toEqual({ page: 'document', id: 'd1', range: null })
    expect(parseRoute('/c/%E0%A4%A', '')).toEqual({ page: 'ask', conversationId: '%E0%A4%A' })
    expect(reparse({ page: 'settings' })).toEqual({ page: 'settings' })
    expect(parseRoute('/settings/model', '')).toEqual({ page: 'not-found', path: '/settings/model' })
    expect(parseRoute('/nowhere', '')).toEqual({ page: 'not-found', path: '/nowhere' })
  })
})
