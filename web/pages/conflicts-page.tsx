import { ConflictList } from '../components/ledger/conflict-list.tsx'
import { DownloadTable } from '../components/ledger/download-table.tsx'
import { LedgerLayout } from '../components/ledger/ledger-layout.tsx'
import { EmptyState, ErrorState, Skeleton } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { useServices } from '../services.ts'
import { useResource } from '../state/use-resource.ts'
import { useStore } from '../state/use-store.ts'

/** What the library says in two ways. */
export function ConflictsPage() {
  const { api, libraryVersion } = useServices()
  const version = useStore(libraryVersion)
  const { resource, reload } = useResource(`${version}`, () => api.listConflicts())
  useDocumentTitle('数据不一致')
  return (
    <LedgerLayout
      view="conflicts"
      title="数据不一致"
      lead="同一指标、年份、地区，不同地方写了不同的数。这里把两边的原文摆出来，由您核对。"
      actions={resource.status === 'ready' && resource.value.total > 0 ? <DownloadTable load={(format) => api.exportConflicts(format)} /> : null}
    >
      {resource.status === 'loading' && <Skeleton lines={8} label="正在比对" />}
      {resource.status === 'failed' && <ErrorState title="取不到比对结果" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && resource.value.total === 0 && (
        <EmptyState title="没有发现互相矛盾的数据">
          <p>文库里指标、年份、地区和口径都相同的数值已经逐一比对；“左右”一类的约数和四舍五入不算矛盾。</p>
        </EmptyState>
      )}
      {resource.status === 'ready' && <ConflictList conflicts={resource.value.items} />}
    </LedgerLayout>
  )
}
