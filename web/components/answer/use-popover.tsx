import { useLayoutEffect, useMemo } from 'preact/hooks'
import type { Citation } from '../../../server/contract/chat.ts'
import { createStore, type Store } from '../../state/store.ts'
import { useStore } from '../../state/use-store.ts'
import { CitationPopover } from './citation-popover.tsx'

/** Long enough to move the pointer from a mark onto its popover. */
const LEAVE_MS = 160

interface ShownQuote {
  readonly citation: Citation
  readonly anchor: HTMLElement
}

/** The one quote that may be shown beside its mark: `popover` stands somewhere in the page. It changes without what holds the marks being drawn again. */
export function usePopover() {
  return useMemo(() => {
    const shown = createStore<ShownQuote | null>(null)
    let leaving: ReturnType<typeof setTimeout> | undefined
    const show = (value: ShownQuote | null) => {
      clearTimeout(leaving)
      shown.set(value)
    }
    const keep = () => clearTimeout(leaving)
    const hide = () => show(null)
    const preview = (citation: Citation, anchor: HTMLElement) => show({ citation, anchor })
    const endPreview = () => {
      clearTimeout(leaving)
      leaving = setTimeout(hide, LEAVE_MS)
    }
    return { popover: <PopoverLayer shown={shown} keep={keep} hide={hide} endPreview={endPreview} />, preview, endPreview, hide }
  }, [])
}

interface PopoverLayerProps {
  readonly shown: Store<ShownQuote | null>
  /** The pointer came onto the quote itself. */
  readonly keep: () => void
  readonly hide: () => void
  readonly endPreview: () => void
}

function PopoverLayer({ shown, keep, hide, endPreview }: PopoverLayerProps) {
  const quote = useStore(shown)
  // Before the quote is painted: a key pressed as soon as it is seen closes it.
  useLayoutEffect(() => {
    if (!quote) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('scroll', hide, true)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('scroll', hide, true)
    }
  }, [quote, hide])
  return quote && <CitationPopover citation={quote.citation} anchor={quote.anchor} onEnter={keep} onLeave={endPreview} />
}
