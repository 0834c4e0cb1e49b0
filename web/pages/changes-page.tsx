import type { DocumentListItem } from '../../server/contract/documents.ts'
import { ChangeList } from '../components/ledger/change-list.tsx'
import { DownloadTable } from '../components/ledger/download-table.tsx'
import { LedgerLayout } from '../components/ledger/ledger-layout.tsx'
import { EmptyState, ErrorState, Skeleton } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { useServices } from '../services.ts'
import { useResource } from '../state/use-resource.ts'
import { useStore } from '../state/use-store.ts'

const MOST_DOCUMENTS = 500

/** 提法变化: the wording of two documents compared sentence by sentence. */
export function ChangesPage({ from, to }: { readonly from: string; readonly to: string }) {
  const { api, router, libraryVersion } = useServices()
  const version = useStore(libraryVersion)
  const { resource: documents, reload } = useResource(`${version}`, () => api.listDocuments({ limit: MOST_DOCUMENTS }))
  useDocumentTitle('提法变化')
  const choose = (next: { readonly from: string; readonly to: string }) => router.go({ page: 'changes', ...next }, { replace: true })
  const complete = from !== '' && to !== '' && from !== to
  return (
    <LedgerLayout
      view="changes"
      title="提法变化"
      lead="选两份文件，逐句比对措辞：哪些是新增的，哪些删去了，哪些改了几个字。"
      actions={complete ? <DownloadTable load={(format) => api.exportChanges(from, to, format)} /> : null}
    >
      {documents.status === 'loading' && <Skeleton lines={2} label="正在取文档" />}
      {documents.status === 'failed' && <ErrorState title="取不到文档列表" failure={documents.failure} onRetry={reload} />}
      {documents.status === 'ready' && (
        <div class="change-choices">
          <DocumentChoice label="前一份" items={documents.value.items} value={from} onChange={(id) => choose({ from: id, to })} />
          <DocumentChoice label="后一份" items={documents.value.items} value={to} onChange={(id) => choose({ from, to: id })} />
        </div>
      )}
      {complete ? (
        <Changes key={`${from} ${to}`} from={from} to={to} />
      ) : (
        <EmptyState title={from !== '' && from === to ? '两边是同一份文件，没有变化可比。请换一份。' : '请选择前后两份文件'} />
      )}
    </LedgerLayout>
  )
}

function Changes({ from, to }: { readonly from: string; readonly to: string }) {
  const { api } = useServices()
  const { resource, reload } = useResource(`${from} ${to}`, () => api.listChanges(from, to))
  if (resource.status === 'loading') return <Skeleton lines={10} label="正在逐句比对" />
  if (resource.status === 'failed') return <ErrorState title="比对没有完成" failure={resource.failure} onRetry={reload} />
  if (resource.value.changes.length === 0) return <EmptyState title="两份文件的措辞没有变化" />
  return <ChangeList changes={resource.value} />
}

interface DocumentChoiceProps {
  readonly label: string
  readonly items: readonly DocumentListItem[]
  readonly value: string
  readonly onChange: (id: string) => void
}

function DocumentChoice({ label, items, value, onChange }: DocumentChoiceProps) {
  const sorted = [...items].sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || a.title.localeCompare(b.title, 'zh-CN'))
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">请选择</option>
        {sorted.map(({ id, title, year }) => (
          <option key={id} value={id}>
            {year === null ? title : `${year} · ${title}`}
          </option>
        ))}
      </select>
    </label>
  )
}
