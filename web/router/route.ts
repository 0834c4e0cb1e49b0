import { withQuery } from '../api/http.ts'

/** A place in the page, as its address names it. */
export type Route =
  | { readonly page: 'ask'; readonly conversationId: string | null }
  | { readonly page: 'documents'; readonly filters: LibraryFilters }
  | { readonly page: 'document'; readonly id: string; readonly range: RouteRange | null }
  | { readonly page: 'indicators'; readonly filters: LedgerFilters }
  | { readonly page: 'conflicts' }
  | { readonly page: 'changes'; readonly from: string; readonly to: string }
  | { readonly page: 'briefs' }
  | { readonly page: 'brief'; readonly id: string }
  | { readonly page: 'settings' }
  | { readonly page: 'not-found'; readonly path: string }

export interface LibraryFilters {
  readonly q: string
  readonly year: string
  readonly place: string
  readonly kind: string
}

/** `name` is the indicator that is shown as a table; the others narrow the list of facts. */
export interface LedgerFilters {
  readonly name: string
  readonly q: string
  readonly year: string
  readonly place: string
  readonly kind: string
}

/** Half-open UTF-16 offsets into the document's text. */
export interface RouteRange {
  readonly start: number
  readonly end: number
}

export const NO_FILTERS: LibraryFilters = { q: '', year: '', place: '', kind: '' }
export const WHOLE_LEDGER: LedgerFilters = { name: '', q: '', year: '', place: '', kind: '' }

/** Reads an address. Unknown paths and damaged parameters never throw. */
export function parseRoute(path: string, search: string): Route {
  const query = new URLSearchParams(search)
  const parts = path.split('/').filter((part) => part !== '')
  const [place, id] = parts
  if (parts.length === 0) return { page: 'ask', conversationId: null }
  if (place === 'c' && id !== undefined && parts.length === 2) return { page: 'ask', conversationId: decodePart(id) }
  if (place === 'documents' && parts.length === 1) {
    const filter = (name: keyof LibraryFilters) => query.get(name) ?? ''
    return { page: 'documents', filters: { q: filter('q'), year: filter('year'), place: filter('place'), kind: filter('kind') } }
  }
  if (place === 'documents' && id !== undefined && parts.length === 2) return { page: 'document', id: decodePart(id), range: readRange(query) }
  if (place === 'settings' && parts.length === 1) return { page: 'settings' }
  return readLedger(parts, query) ?? readBriefs(parts) ?? { page: 'not-found', path }
}

function readLedger([place, view, ...rest]: readonly string[], query: URLSearchParams): Route | null {
  if (place !== 'indicators' || rest.length > 0) return null
  const text = (name: string) => query.get(name) ?? ''
  if (view === undefined) {
    return { page: 'indicators', filters: { name: text('name'), q: text('q'), year: text('year'), place: text('place'), kind: text('kind') } }
  }
  if (view === 'conflicts') return { page: 'conflicts' }
  return view === 'changes' ? { page: 'changes', from: text('from'), to: text('to') } : null
}

function readBriefs([place, id, ...rest]: readonly string[]): Route | null {
  if (place !== 'briefs' || rest.length > 0) return null
  return id === undefined ? { page: 'briefs' } : { page: 'brief', id: decodePart(id) }
}

export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'ask':
      return route.conversationId === null ? '/' : `/c/${encodeURIComponent(route.conversationId)}`
    case 'documents':
      return withQuery('/documents', { ...route.filters })
    case 'document':
      return withQuery(`/documents/${encodeURIComponent(route.id)}`, { start: route.range?.start, end: route.range?.end })
    case 'indicators':
      return withQuery('/indicators', { ...route.filters })
    case 'conflicts':
      return '/indicators/conflicts'
    case 'changes':
      return withQuery('/indicators/changes', { from: route.from, to: route.to })
    case 'briefs':
      return '/briefs'
    case 'brief':
      return `/briefs/${encodeURIComponent(route.id)}`
    case 'settings':
      return '/settings'
    case 'not-found':
      return route.path
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function readRange(query: URLSearchParams): RouteRange | null {
  const [start, end] = [query.get('start'), query.get('end')]
  if (!/^\d{1,9}$/.test(start ?? '') || !/^\d{1,9}$/.test(end ?? '')) return null
  return Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null
}
