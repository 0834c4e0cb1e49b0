import { createStore, type Store } from '../state/store.ts'
import { formatRoute, parseRoute, type Route } from './route.ts'

/** Where the page is. `replace` changes the address without a new step in the browser's history. */
export interface Router {
  readonly route: Store<Route>
  go(route: Route, options?: { readonly replace?: boolean }): void
}

export function createRouter(window: Window): Router {
  const read = () => parseRoute(window.location.pathname, window.location.search)
  const route = createStore<Route>(read())
  window.addEventListener('popstate', () => route.set(read()))
  return {
    route,
    go(next, { replace = false } = {}) {
      if (replace) window.history.replaceState(null, '', formatRoute(next))
      else window.history.pushState(null, '', formatRoute(next))
      route.set(next)
    },
  }
}
