import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { bookTitle } from '../citation/official-citation.ts'
import { DocumentActions } from '../components/library/document-actions.tsx'
import { MetadataList } from '../components/library/metadata-list.tsx'
import { NearDuplicates } from '../components/library/near-duplicates.tsx'
import { Outline } from '../components/library/outline.tsx'
import { Repairs } from '../components/library/repairs.tsx'
import { TextReader } from '../components/reader/text-reader.tsx'
import { Link } from '../components/shell/link.tsx'
import { ErrorState, Skeleton } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { useMediaQuery, WIDE } from '../components/shell/use-media-query.ts'
import { headingRanges } from '../reader/heading-ranges.ts'
import type { Decoration } from '../reader/text-runs.ts'
import { NO_FILTERS, type RouteRange } from '../router/route.ts'
import { useServices } from '../services.ts'
import type { OpenedDocument } from '../state/document-cache.ts'
import { useResource } from '../state/use-resource.ts'

interface DocumentPageProps {
  readonly id: string
  /** Highlighted and brought into view. */
  readonly range: RouteRange | null
}

/** One document: outline, original text, what is known about it. */
export function DocumentPage({ id, range }: DocumentPageProps) {
  const { documents } = useServices()
  const { resource, reload } = useResource(id, () => documents.load(id))
  useDocumentTitle(resource.status === 'ready' ? resource.value.detail.title : '文档')
  return (
    <main id="main" class="document-page" tabIndex={-1}>
      <p class="back">
        <Link to={{ page: 'documents', filters: NO_FILTERS }}>← 文库</Link>
      </p>
      {resource.status === 'loading' && <Skeleton lines={14} label="正在打开文档" />}
      {resource.status === 'failed' && <ErrorState title="打不开这份文档" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && <OpenDocument opened={resource.value} range={range} onChanged={reload} />}
    </main>
  )
}

interface OpenDocumentProps {
  readonly opened: OpenedDocument
  readonly range: RouteRange | null
  readonly onChanged: () => void
}

function OpenDocument({ opened, range, onChanged }: OpenDocumentProps) {
  const { detail, text } = opened
  const wide = useMediaQuery(WIDE)
  const [target, setTarget] = useState<{ readonly start: number } | null>(range)
  const [repairsShown, setRepairsShown] = useState(false)
  useLayoutEffect(() => setTarget(range), [range])
  const decorations = useDecorations(opened, range, repairsShown)
  const go = (start: number) => setTarget({ start })
  return (
    <>
      <div class="page-head">
        <h1>{bookTitle(detail.title)}</h1>
        <DocumentActions detail={detail} onChanged={onChanged} />
      </div>
      <div class="document-columns">
        <nav class="document-side" aria-label="目录">
          <Fold title="目录" count={detail.outline.length} open={wide}>
            <Outline entries={detail.outline} onGo={go} />
          </Fold>
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <section class="document-text" aria-label="原文" tabIndex={0}>
          <TextReader text={text.text} decorations={decorations} target={target} />
        </section>
        <aside class="document-side" aria-label="文档信息">
          <Fold title="文档信息" open={wide}>
            <MetadataList detail={detail} />
          </Fold>
          <Fold title="重复与摘录" count={detail.nearDuplicates.length} open={detail.nearDuplicates.length > 0 && wide}>
            <NearDuplicates items={detail.nearDuplicates} />
          </Fold>
          <Fold title="文本整理" count={detail.repairs.length} open={false}>
            <Repairs
              text={text.text}
              repairs={detail.repairs}
              shown={repairsShown}
              onShow={setRepairsShown}
              onGo={(start) => {
                setRepairsShown(true)
                go(start)
              }}
            />
          </Fold>
        </aside>
      </div>
    </>
  )
}

function useDecorations({ detail, text }: OpenedDocument, range: RouteRange | null, repairsShown: boolean): readonly Decoration[] {
  const headings = useMemo(() => headingRanges(text.text, detail.outline), [text, detail])
  const repairs = useMemo(
    () => detail.repairs.map(({ kind, start, end }): Decoration => ({ kind: kind.endsWith('-joined') ? 'joined' : 'dropped', start, end })),
    [detail],
  )
  return useMemo(() => {
    const highlight: Decoration[] = range ? [{ kind: 'highlight', start: range.start, end: range.end }] : []
    return [...headings, ...highlight, ...(repairsShown ? repairs : [])]
  }, [headings, repairs, range, repairsShown])
}

interface FoldProps {
  readonly title: string
  readonly count?: number
  readonly open: boolean
  readonly children: ComponentChildren
}

function Fold({ title, count, open, children }: FoldProps) {
  return (
    <details class="fold" open={open}>
      <summary>
        {title}
        {count !== undefined && <span class="count">{count}</span>}
      </summary>
      {children}
    </details>
  )
}
