import { createStore, type Store } from './store.ts'

/** A short message at the page's edge: what was just done, or what failed. */
export interface Notice {
  readonly id: number
  readonly tone: 'done' | 'failed'
  readonly text: string
}

export interface Notices {
  readonly list: Store<readonly Notice[]>
  show(tone: Notice['tone'], text: string): void
  dismiss(id: number): void
}

const SHOWN_MS = 5_000

export function createNotices(): Notices {
  const list = createStore<readonly Notice[]>([])
  let nextId = 1
  const dismiss = (id: number) => list.update((notices) => notices.filter((notice) => notice.id !== id))
  return {
    list,
    dismiss,
    show(tone, text) {
      const id = nextId++
      list.update((notices) => [...notices.slice(-2), { id, tone, text }])
      if (tone === 'done') setTimeout(() => dismiss(id), SHOWN_MS)
    },
  }
}
