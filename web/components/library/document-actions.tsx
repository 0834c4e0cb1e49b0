import { useState } from 'preact/hooks'
import type { DocumentDetail } from '../../../server/contract/documents.ts'
import { NO_FILTERS } from '../../router/route.ts'
import { useServices } from '../../services.ts'
import { ConfirmDialog } from '../shell/confirm-dialog.tsx'
import { Icon } from '../shell/icon.tsx'
import { useDownload } from '../shell/use-download.ts'
import { MetadataForm } from './metadata-form.tsx'

/** Edit, download, delete. */
export function DocumentActions({ detail, onChanged }: { readonly detail: DocumentDetail; readonly onChanged: () => void }) {
  const { api, router, documents, notices, libraryVersion } = useServices()
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null)
  const close = () => setOpen(null)
  const changed = () => {
    documents.forget(detail.id)
    libraryVersion.update((version) => version + 1)
  }
  const { busy, download } = useDownload()
  const fetchOriginal = async () => ({ blob: await api.downloadDocument(detail.id), name: detail.file })
  return (
    <div class="document-actions">
      <button type="button" class="button" onClick={() => setOpen('edit')}>
        <Icon name="edit" />
        修改信息
      </button>
      <button type="button" class="button" disabled={busy} onClick={() => void download(fetchOriginal)}>
        <Icon name="download" />
        下载原件
      </button>
      <button type="button" class="button button-danger" onClick={() => setOpen('delete')}>
        <Icon name="trash" />
        删除
      </button>
      {open === 'edit' && (
        <MetadataForm
          detail={detail}
          onClose={close}
          onSaved={() => {
            close()
            changed()
            onChanged()
            notices.show('done', '已保存，文档已重新解析')
          }}
        />
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title="删除文档"
          text={`“${detail.title}”（${detail.file}）将从文库中删除，此后的回答不再引用它。已有会话中的引文会保留，并注明原文已删除。`}
          action="删除"
          onClose={close}
          onConfirm={async () => {
            await api.deleteDocument(detail.id)
            changed()
            notices.show('done', `已删除“${detail.title}”`)
            router.go({ page: 'documents', filters: NO_FILTERS }, { replace: true })
          }}
        />
      )}
    </div>
  )
}
