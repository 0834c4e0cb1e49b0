import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Citation } from '../../../server/contract/chat.ts'
import { bookTitle } from '../../citation/official-citation.ts'
import { printedQuote } from '../../citation/printed-quote.ts'
import { CitationFacets } from './citation-facets.tsx'

interface CitationPopoverProps {
  readonly citation: Citation
  readonly anchor: HTMLElement
  readonly onEnter: () => void
  readonly onLeave: () => void
}

const GAP = 8

/** The quote beside its mark. The pointer may move onto it; Escape closes it (see AskPage). */
export function CitationPopover({ citation, anchor, onEnter, onLeave }: CitationPopoverProps) {
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    const box = ref.current?.getBoundingClientRect()
    if (!box) return
    const mark = anchor.getBoundingClientRect()
    const left = Math.max(GAP, Math.min(mark.left - 24, window.innerWidth - box.width - GAP))
    const below = mark.bottom + GAP
    setPlace({ left, top: below + box.height < window.innerHeight ? below : Math.max(GAP, mark.top - box.height - GAP) })
  }, [anchor, citation])
  return (
    <div
      ref={ref}
      class="popover"
      role="tooltip"
      style={{ left: `${place.left}px`, top: `${place.top}px` }}
      onMouseEnter={onEnter}
      onMouseLeave={onLeave}
    >
      <p class="popover-source">
        <span class="mark mark-still">{citation.n}</span> {bookTitle(citation.title)}
      </p>
      {citation.sectionPath.length > 0 && <p class="section-path">{citation.sectionPath.join(' › ')}</p>}
      <p class="popover-quote">{printedQuote(citation.quote)}</p>
      <CitationFacets citation={citation} />
    </div>
  )
}
