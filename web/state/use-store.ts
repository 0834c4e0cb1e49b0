import { useLayoutEffect, useState } from 'preact/hooks'
import type { Store } from './store.ts'

/** Renders the component again whenever the store's value changes. */
export function useStore<T>(store: Store<T>): T {
  const [, setVersion] = useState(0)
  const value = store.get()
  useLayoutEffect(() => {
    const refresh = () => setVersion((version) => version + 1)
    // The value may have changed between the rendering and this subscription.
    if (!Object.is(store.get(), value)) refresh()
    return store.subscribe(refresh)
  }, [store])
  return value
}
