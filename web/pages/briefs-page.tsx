import { useState } from 'preact/hooks'
import type { BriefList } from '../../server/contract/briefs.ts'
import { BriefComposer } from '../components/briefs/brief-composer.tsx'
import { EMPTY_DRAFT } from '../components/briefs/brief-request.ts'
import { BriefRows } from '../components/briefs/brief-rows.tsx'
import { DeleteBriefDialog } from '../components/briefs/delete-brief-dialog.tsx'
import { EmptyState, ErrorState, Skeleton } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { useServices } from '../services.ts'
import { useResource } from '../state/use-resource.ts'

const PAGE = 30

/** 简报: a new brief from a request, and the kept ones. */
export function BriefsPage() {
  const { api, router } = useServices()
  const [limit, setLimit] = useState(PAGE)
  const [doomed, setDoomed] = useState<BriefList['items'][number] | null>(null)
  const { resource, reload } = useResource(String(limit), () => api.listBriefs({ limit }), true)
  useDocumentTitle('简报')
  return (
    <main id="main" class="library-page" tabIndex={-1}>
      <div class="page-head">
        <div>
          <h1>简报</h1>
          <p class="muted">用平常的话写下要求，按公文体例成稿；句句有出处，数字逐个核对，可改、可导出。</p>
        </div>
      </div>
      <section class="card brief-new">
        <BriefComposer initial={EMPTY_DRAFT} onComposed={(id) => router.go({ page: 'brief', id })} />
      </section>
      <h2 class="list-title">已有简报</h2>
      {resource.status === 'loading' && <Skeleton lines={5} label="正在取简报" />}
      {resource.status === 'failed' && <ErrorState title="取不到简报列表" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && (
        <>
          {resource.value.items.length === 0 && <EmptyState title="还没有简报。写好的简报会保存在这里。" />}
          <BriefRows items={resource.value.items} onRemove={setDoomed} />
          {resource.value.items.length < resource.value.total && limit < 200 && (
            <button type="button" class="button" onClick={() => setLimit(Math.min(200, limit + PAGE))}>
              显示更多
            </button>
          )}
        </>
      )}
      {doomed && <DeleteBriefDialog brief={doomed} onDeleted={reload} onClose={() => setDoomed(null)} />}
    </main>
  )
}
