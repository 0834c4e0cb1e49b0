import type { Citation } from '../../../server/contract/chat.ts'
import { bookTitle, formatOfficialCitation } from '../../citation/official-citation.ts'
import { printedQuote } from '../../citation/printed-quote.ts'
import { CopyButton } from '../shell/copy-button.tsx'
import { useCitationActions } from './citation-actions.ts'
import { CitationFacets } from './citation-facets.tsx'

/** One source of an answer: where it stands, what it says, where else it stands. */
export function CitationCard({ citation, numbered }: { readonly citation: Citation; readonly numbered: boolean }) {
  const actions = useCitationActions()
  return (
    <li class="citation-card">
      <div class="citation-head">
        {numbered && <span class="mark mark-still">{citation.n}</span>}
        <div>
          <button
            type="button"
            class="citation-title"
            aria-label={`打开原文：${bookTitle(citation.title)}${citation.sectionPath.at(-1) ?? ''}`}
            onClick={() => actions.open(citation)}
          >
            {formatOfficialCitation(citation)}
          </button>
          <CitationFacets citation={citation} />
        </div>
      </div>
      <blockquote class="citation-quote">{printedQuote(citation.quote)}</blockquote>
      {actions.isStale(citation) && <p class="stale-note">原文已修改或不在库中，这里保留当时的引文。</p>}
      <Duplicates citation={citation} />
      <p class="citation-actions">
        <CopyButton text={() => formatOfficialCitation(citation)} label="复制出处" done={`已复制：${formatOfficialCitation(citation)}`} />
        <CopyButton
          text={() => `“${printedQuote(citation.quote)}”（${formatOfficialCitation(citation)}）`}
          label="复制引文和出处"
          done="已复制引文和出处"
        />
      </p>
    </li>
  )
}

function Duplicates({ citation }: { readonly citation: Citation }) {
  const actions = useCitationActions()
  const { duplicates = [] } = citation
  if (duplicates.length === 0) return null
  return (
    <p class="duplicates">
      <span>同样见于</span>
      {duplicates.map((copy) => (
        <button
          key={`${copy.documentId}-${copy.start}`}
          type="button"
          class="text-button"
          title={copy.file}
          onClick={() => actions.open({ ...citation, ...copy, sectionPath: [] })}
        >
          {bookTitle(copy.title)}
        </button>
      ))}
    </p>
  )
}
