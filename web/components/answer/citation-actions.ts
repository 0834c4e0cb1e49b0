import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Citation } from '../../../server/contract/chat.ts'

/** What the marks and cards of one turn can do with a citation. */
export interface CitationActions {
  find(n: number): Citation | undefined
  isStale(citation: Citation): boolean
  open(citation: Citation): void
  preview(citation: Citation, anchor: HTMLElement): void
  endPreview(): void
}

export const CitationActionsContext = createContext<CitationActions | null>(null)

/** @throws {Error} outside a turn */
export function useCitationActions(): CitationActions {
  const actions = useContext(CitationActionsContext)
  if (!actions) throw new Error('Cannot use citation actions outside a turn')
  return actions
}
