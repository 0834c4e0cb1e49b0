import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { bookTitle, formatOfficialCitation } from '../../citation/official-citation.ts'
import { printedQuote } from '../../citation/printed-quote.ts'
import { headingRanges } from '../../reader/heading-ranges.ts'
import { sameWords } from '../../reader/same-words.ts'
import type { Decoration } from '../../reader/text-runs.ts'
import { useServices } from '../../services.ts'
import type { OpenedDocument } from '../../state/document-cache.ts'
import type { SourceTarget } from '../../state/source-pane.ts'
import { useResource } from '../../state/use-resource.ts'
import { CitationFacets } from '../answer/citation-facets.tsx'
import { TextReader } from '../reader/text-reader.tsx'
import { CopyButton } from '../shell/copy-button.tsx'
import { Link } from '../shell/link.tsx'
import { Skeleton } from '../shell/state-block.tsx'

/** The original beside the answer, scrolled to the cited sentence. */
export function SourcePane({ target, focus }: { readonly target: SourceTarget; readonly focus: boolean }) {
  const { documents } = useServices()
  const { citation } = target
  const { resource, reload } = useResource(citation.documentId, () => documents.load(citation.documentId))
  const sectionPath = useSectionPath(target, resource.status === 'ready' ? resource.value : null)
  return (
    <div class="source">
      <div class="source-head">
        <p class="source-title">{bookTitle(citation.title)}</p>
        {sectionPath.length > 0 && <p class="section-path">{sectionPath.join(' › ')}</p>}
        <div class="source-facts">
          <CitationFacets citation={citation} />
          <CopyButton
            text={() => formatOfficialCitation({ title: citation.title, sectionPath })}
            label="复制出处"
            done={`已复制：${formatOfficialCitation({ title: citation.title, sectionPath })}`}
          />
          <Link to={{ page: 'document', id: citation.documentId, range: { start: citation.start, end: citation.end } }} class="text-button">
            在文库中打开
          </Link>
        </div>
      </div>
      {resource.status === 'loading' && <Skeleton lines={10} label="正在取原文" />}
      {resource.status === 'failed' && (
        <QuoteOnly
          target={target}
          note={resource.failure.status === 404 ? '原文已修改或删除，库中不再有这个版本。这里保留回答当时的引文。' : resource.failure.message}
          onRetry={resource.failure.status === 404 ? null : reload}
        />
      )}
      {resource.status === 'ready' && <SourceText target={target} opened={resource.value} focus={focus} />}
    </div>
  )
}

/** A duplicate comes without its section path: it is found in its own document's outline. */
function useSectionPath({ citation }: SourceTarget, opened: OpenedDocument | null): readonly string[] {
  return useMemo(() => {
    if (citation.sectionPath.length > 0 || !opened) return citation.sectionPath
    return opened.detail.outline
      .filter(({ level, start, end }) => level > 0 && start <= citation.start && citation.start < end)
      .map(({ heading }) => heading)
  }, [citation, opened])
}

function SourceText({ target, opened, focus }: { readonly target: SourceTarget; readonly opened: OpenedDocument; readonly focus: boolean }) {
  const { citation } = target
  const { text } = opened.text
  const pane = useRef<HTMLElement>(null)
  const intact = useMemo(() => sameWords(text.slice(citation.start, citation.end), citation.quote), [text, citation])
  const decorations = useMemo((): readonly Decoration[] => {
    const headings = headingRanges(text, opened.detail.outline)
    return intact ? [...headings, { kind: 'highlight', start: citation.start, end: citation.end }] : headings
  }, [text, opened, citation, intact])
  useLayoutEffect(() => {
    if (focus) pane.current?.focus({ preventScroll: true })
  }, [focus, citation])
  if (!intact) return <QuoteOnly target={target} note="原文与回答当时不同，找不到这句引文的位置。这里保留当时的引文。" onRetry={null} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <section ref={pane} class="source-text" aria-label="原文" tabIndex={0}>
      <TextReader text={text} decorations={decorations} target={citation} />
    </section>
  )
}

function QuoteOnly({ target, note, onRetry }: { readonly target: SourceTarget; readonly note: string; readonly onRetry: (() => void) | null }) {
  return (
    <div class="source-text">
      <p class="stale-note">{note}</p>
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          重试
        </button>
      )}
      <blockquote class="citation-quote">{printedQuote(target.citation.quote)}</blockquote>
      <p class="muted">文件：{target.citation.file}</p>
    </div>
  )
}
