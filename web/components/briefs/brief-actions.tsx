import { useState } from 'preact/hooks'
import type { BriefView } from '../../../server/contract/briefs.ts'
import { useServices } from '../../services.ts'
import { Icon } from '../shell/icon.tsx'
import { Modal } from '../shell/modal.tsx'
import { useDownload } from '../shell/use-download.ts'
import { BriefComposer } from './brief-composer.tsx'
import { BriefVersions } from './brief-versions.tsx'
import { DeleteBriefDialog } from './delete-brief-dialog.tsx'

/** Export, compose anew, delete. */
export function BriefActions({ brief, onRestored }: { readonly brief: BriefView; readonly onRestored: (brief: BriefView) => void }) {
  const { api, router } = useServices()
  const [open, setOpen] = useState<'again' | 'versions' | 'delete' | null>(null)
  const { busy: exporting, download } = useDownload()
  const close = () => setOpen(null)
  const exportAs = (format: 'markdown' | 'docx') => download(() => api.exportBrief(brief.briefId, format))
  return (
    <div class="document-actions">
      <button type="button" class="button button-primary" disabled={exporting} onClick={() => void exportAs('docx')}>
        <Icon name="download" />
        导出 Word
      </button>
      <button type="button" class="button" disabled={exporting} onClick={() => void exportAs('markdown')}>
        <Icon name="download" />
        导出 Markdown
      </button>
      <button type="button" class="button" onClick={() => setOpen('again')}>
        <Icon name="edit" />
        改要求另写
      </button>
      <button type="button" class="button" onClick={() => setOpen('versions')}>
        <Icon name="copy" />
        版本
      </button>
      <button type="button" class="button button-danger" onClick={() => setOpen('delete')}>
        <Icon name="trash" />
        删除
      </button>
      {open === 'again' && (
        <Modal title="改要求，另写一份" onClose={close}>
          <BriefComposer
            initial={{ request: brief.request, years: brief.understood.years, places: brief.understood.places, length: 'normal' }}
            onComposed={(id) => {
              close()
              router.go({ page: 'brief', id })
            }}
          />
        </Modal>
      )}
      {open === 'versions' && (
        <BriefVersions
          brief={brief}
          onClose={close}
          onRestored={(restored) => {
            close()
            onRestored(restored)
          }}
        />
      )}
      {open === 'delete' && <DeleteBriefDialog brief={brief} onClose={close} onDeleted={() => router.go({ page: 'briefs' }, { replace: true })} />}
    </div>
  )
}
