import type { Citation } from '../../../server/contract/chat.ts'
import { CitationCard } from './citation-card.tsx'

interface CitationListProps {
  readonly title: string
  readonly citations: readonly Citation[]
  /** False where no mark of the answer names them, as with the nearest sentences of a refusal. */
  readonly numbered: boolean
  readonly open: boolean
}

export function CitationList({ title, citations, numbered, open }: CitationListProps) {
  if (citations.length === 0) return null
  return (
    <details class="citations" open={open}>
      <summary>
        {title}
        <span class="count">{citations.length}</span>
      </summary>
      <ol class="stack citation-cards">
        {citations.map((citation) => (
          <CitationCard key={`${citation.n}-${citation.documentId}-${citation.start}`} citation={citation} numbered={numbered} />
        ))}
      </ol>
    </details>
  )
}
