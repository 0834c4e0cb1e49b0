import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Citation } from '../../../server/contract/chat.ts'
import { CitationPopover } from './citation-popover.tsx'

/** Long enough to move the pointer from a mark onto its popover. */
const LEAVE_MS = 160

/** The one quote that may be shown beside its mark. */
export function usePopover() {
  const [shown, setShown] = useState<{ readonly citation: Citation; readonly anchor: HTMLElement } | null>(null)
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const keep = useCallback(() => clearTimeout(leaving.current), [])
  const hide = useCallback(() => {
    clearTimeout(leaving.current)
    setShown(null)
  }, [])
  const preview = useCallback((citation: Citation, anchor: HTMLElement) => {
    clearTimeout(leaving.current)
    setShown({ citation, anchor })
  }, [])
  const endPreview = useCallback(() => {
    clearTimeout(leaving.current)
    leaving.current = setTimeout(() => setShown(null), LEAVE_MS)
  }, [])
  useEffect(() => {
    if (!shown) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('scroll', hide, true)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('scroll', hide, true)
    }
  }, [shown, hide])
  const popover: ComponentChildren = shown && <CitationPopover citation={shown.citation} anchor={shown.anchor} onEnter={keep} onLeave={endPreview} />
  return { popover, preview, endPreview, hide }
}
