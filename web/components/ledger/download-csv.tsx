import { useState } from 'preact/hooks'
import { toFailure } from '../../api/api-failure.ts'
import type { Attachment } from '../../api/attachment.ts'
import { useServices } from '../../services.ts'
import { Icon } from '../shell/icon.tsx'
import { saveFile } from '../shell/save-file.ts'

export function DownloadCsv({ load }: { readonly load: () => Promise<Attachment> }) {
  const { notices } = useServices()
  const [busy, setBusy] = useState(false)
  async function download() {
    setBusy(true)
    try {
      const { blob, name } = await load()
      saveFile(blob, name)
    } catch (error) {
      notices.show('failed', toFailure(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <button type="button" class="button" title="Excel、WPS 都能打开" disabled={busy} onClick={() => void download()}>
      <Icon name="download" />
      下载表格（CSV）
    </button>
  )
}
