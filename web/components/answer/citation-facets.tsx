import type { Citation } from '../../../server/contract/chat.ts'

/** The year and place that the cited sentence is about. */
export function CitationFacets({ citation }: { readonly citation: Pick<Citation, 'year' | 'place'> }) {
  if (citation.year === null && citation.place === null) return null
  return (
    <p class="facets">
      {citation.year !== null && <span class="tag">{citation.year} 年</span>}
      {citation.place !== null && <span class="tag">{citation.place}</span>}
    </p>
  )
}
