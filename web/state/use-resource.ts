import { useCallback, useEffect, useState } from 'preact/hooks'
import { type ApiFailure, toFailure } from '../api/api-failure.ts'

export type Resource<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: ApiFailure }

/**
 * Loads a value when the component appears and whenever `key` changes; a late answer to an earlier key is dropped.
 *
 * @param load must give the value that belongs to `key`
 * @param keep shows the value of the former key until the new one has come
 */
export function useResource<T>(key: string, load: () => Promise<T>, keep = false): { readonly resource: Resource<T>; readonly reload: () => void } {
  const [attempt, setAttempt] = useState(0)
  const wanted = `${attempt}\n${key}`
  const [held, setHeld] = useState<{ readonly key: string; readonly resource: Resource<T> }>({ key: '', resource: { status: 'loading' } })
  useEffect(() => {
    let current = true
    const settle = (resource: Resource<T>) => {
      if (current) setHeld({ key: wanted, resource })
    }
    load().then(
      (value) => settle({ status: 'ready', value }),
      (error: unknown) => settle({ status: 'failed', failure: toFailure(error) }),
    )
    return () => {
      current = false
    }
  }, [wanted])
  const reload = useCallback(() => setAttempt((count) => count + 1), [])
  const current = held.key === wanted || (keep && held.resource.status === 'ready')
  return { resource: current ? held.resource : { status: 'loading' }, reload }
}
