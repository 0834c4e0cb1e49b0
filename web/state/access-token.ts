import { createStore, type Store } from './store.ts'

const KEY = 'youju.access'

/** The token that a server on a shared network asks for; kept for this browser tab only. */
export interface AccessToken {
  /** True once the server has asked for one. */
  readonly asked: Store<boolean>
  read(): string | null
  keep(token: string): void
}

export function createAccessToken(storage: Storage): AccessToken {
  return {
    asked: createStore(false),
    read: () => storage.getItem(KEY),
    keep: (token) => storage.setItem(KEY, token),
  }
}
