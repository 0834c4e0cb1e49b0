import { bookTitle } from '../../citation/official-citation.ts'
import { useCitationActions } from './citation-actions.ts'

/** A [n] of the answer. Hover or focus shows the quote, click opens the original. Until its citation has come it is only a number. */
export function CitationMark({ n }: { readonly n: number }) {
  const actions = useCitationActions()
  const citation = actions.find(n)
  if (!citation) return <sup class="mark mark-pending">{n}</sup>
  const preview = (event: { readonly currentTarget: HTMLElement }) => actions.preview(citation, event.currentTarget)
  return (
    <button
      type="button"
      class="mark"
      aria-label={`引用 ${n}：${bookTitle(citation.title)}`}
      onMouseEnter={preview}
      onFocus={preview}
      onMouseLeave={actions.endPreview}
      onBlur={actions.endPreview}
      onClick={() => actions.open(citation)}
    >
      {n}
    </button>
  )
}
