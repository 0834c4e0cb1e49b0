import { useCallback, useMemo, useState } from 'preact/hooks'
import type { DocumentListItem } from '../../server/contract/documents.ts'
import { DocumentTable } from '../components/library/document-table.tsx'
import { UploadButton } from '../components/library/upload-button.tsx'
import { UploadPanel } from '../components/library/upload-panel.tsx'
import { useFileDrop } from '../components/library/use-file-drop.ts'
import { FilterRow } from '../components/shell/filter-row.tsx'
import { EmptyState, ErrorState, Skeleton } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { formatRoute, type LibraryFilters, NO_FILTERS } from '../router/route.ts'
import { useServices } from '../services.ts'
import { useResource } from '../state/use-resource.ts'
import { useStore } from '../state/use-store.ts'

const PAGE = 50
const SEARCH = { label: '搜索文档', placeholder: '标题、文件名、文号、发布机关', maxLength: 200 }
/** The most that the server gives at once: enough to offer their years, places and kinds as choices. */
const MOST_SHOWN = 500

/** 文库: the documents, found by words and filters; upload by button or by dropping files anywhere on the page. */
export function LibraryPage({ filters }: { readonly filters: LibraryFilters }) {
  const { api, router, upload, libraryVersion } = useServices()
  const version = useStore(libraryVersion)
  const [limit, setLimit] = useState(PAGE)
  useDocumentTitle('文库')
  const { over, handlers } = useFileDrop((files) => void upload.send(files))
  const { resource, reload } = useResource(
    `${version} ${limit} ${formatRoute({ page: 'documents', filters })}`,
    () => api.listDocuments({ ...filters, limit }),
    true,
  )
  const { resource: all } = useResource(`${version}`, () => api.listDocuments({ limit: MOST_SHOWN }), true)
  const library = all.status === 'ready' ? all.value : null
  const choices = useMemo(() => listChoices(library?.items ?? []), [library])
  const change = useCallback((next: LibraryFilters) => router.go({ page: 'documents', filters: next }, { replace: true }), [router])
  return (
    <main id="main" class={over ? 'library-page dropping' : 'library-page'} tabIndex={-1} {...handlers}>
      <div class="page-head">
        <div>
          <h1>文库</h1>
          <p class="muted">{library ? summarize(library.items, library.total) : '　'}</p>
        </div>
        <UploadButton />
      </div>
      <UploadPanel />
      <FilterRow filters={filters} search={SEARCH} {...choices} kindLabel="类型" onChange={change} />
      {resource.status === 'loading' && <Skeleton lines={8} label="正在取文档" />}
      {resource.status === 'failed' && <ErrorState title="取不到文档列表" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && (
        <>
          {resource.value.items.length === 0 && <NoDocuments filtered={library !== null && library.total > 0} onClear={() => change(NO_FILTERS)} />}
          {resource.value.total !== library?.total && resource.value.total > 0 && (
            <p class="muted result-count">符合条件的有 {resource.value.total} 份</p>
          )}
          <DocumentTable items={resource.value.items} />
          {resource.value.items.length < resource.value.total && (
            <More atLimit={limit >= MOST_SHOWN} onMore={() => setLimit(Math.min(limit + PAGE * 2, MOST_SHOWN))} />
          )}
        </>
      )}
      {over && <p class="drop-hint">松开鼠标，把文件加入文库</p>}
    </main>
  )
}

function More({ atLimit, onMore }: { readonly atLimit: boolean; readonly onMore: () => void }) {
  if (atLimit) return <p class="muted">只显示前 {MOST_SHOWN} 份，请用上面的条件缩小范围。</p>
  return (
    <button type="button" class="button" onClick={onMore}>
      显示更多
    </button>
  )
}

function NoDocuments({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  if (!filtered) {
    return (
      <EmptyState title="文库还是空的">
        <p>点“上传文件”，或把文件拖到这里。上传后就能提问，每句回答都会注明出自哪里。</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="没有符合条件的文档">
      <button type="button" class="button" onClick={onClear}>
        清除条件
      </button>
    </EmptyState>
  )
}

function summarize(items: readonly DocumentListItem[], total: number): string {
  if (total === 0) return '还没有文档'
  const sentences = items.reduce((sum, { sentenceCount }) => sum + sentenceCount, 0)
  return items.length < total ? `${total} 份文档` : `${total} 份文档，共 ${sentences.toLocaleString('zh-CN')} 句`
}

function listChoices(items: readonly DocumentListItem[]) {
  return {
    years: [...new Set(items.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a),
    places: [...new Set(items.flatMap(({ place }) => place ?? []))].sort((a, b) => a.localeCompare(b, 'zh-CN')),
    kinds: [...new Set(items.map(({ kind }) => kind))].sort((a, b) => a.localeCompare(b, 'zh-CN')),
  }
}
