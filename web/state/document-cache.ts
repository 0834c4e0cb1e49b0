import type { DocumentDetail, DocumentText } from '../../server/contract/documents.ts'
import type { Api } from '../api/api.ts'

export interface OpenedDocument {
  readonly detail: DocumentDetail
  readonly text: DocumentText
}

/** The documents opened last, so that going from mark to mark does not load them again. */
export interface DocumentCache {
  load(id: string): Promise<OpenedDocument>
  forget(id: string): void
}

const KEPT = 6

export function createDocumentCache(api: Pick<Api, 'getDocument' | 'getDocumentText'>): DocumentCache {
  const held = new Map<string, Promise<OpenedDocument>>()
  return {
    load(id) {
      const known = held.get(id)
      const loading = known ?? Promise.all([api.getDocument(id), api.getDocumentText(id)]).then(([detail, text]) => ({ detail, text }))
      held.delete(id)
      held.set(id, loading)
      for (const oldest of held.keys()) {
        if (held.size <= KEPT) break
        held.delete(oldest)
      }
      // A failure is not kept: the next try asks again.
      loading.catch(() => held.delete(id))
      return loading
    },
    forget: (id) => void held.delete(id),
  }
}
