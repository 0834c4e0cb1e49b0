import type { Citation } from '../../server/contract/chat.ts'
import { createStore, type Store } from './store.ts'

/** What the source column shows. For a duplicate, `citation` is the one it repeats, with the duplicate's own document and range. */
export interface SourceTarget {
  readonly citation: Citation
  /** The library no longer holds the document as it was cited. */
  readonly stale: boolean
  /** The reader asked for it; false where the page shows it by itself and must not take the focus. */
  readonly byReader: boolean
}

export interface SourcePaneModel {
  readonly target: Store<SourceTarget | null>
  open(target: SourceTarget): void
  close(): void
}

export function createSourcePane(): SourcePaneModel {
  const target = createStore<SourceTarget | null>(null)
  return { target, open: (value) => target.set(value), close: () => target.set(null) }
}
