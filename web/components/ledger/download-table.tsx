import { useState } from 'preact/hooks'
import type { SheetFormat } from '../../api/api.ts'
import { toFailure } from '../../api/api-failure.ts'
import type { Attachment } from '../../api/attachment.ts'
import { useServices } from '../../services.ts'
import { Icon } from '../shell/icon.tsx'
import { saveFile } from '../shell/save-file.ts'

const FORMATS = [
  ['xlsx', '下载 Excel', '表格连同出处一张表，Excel、WPS 都能打开'],
  ['csv', '下载 CSV', '纯表格，Excel、WPS 都能打开'],
] as const

/** A table as a file, with its sources or without. */
export function DownloadTable({ load }: { readonly load: (format: SheetFormat) => Promise<Attachment> }) {
  const { notices } = useServices()
  const [busy, setBusy] = useState(false)
  async function download(format: SheetFormat) {
    setBusy(true)
    try {
      const { blob, name } = await load(format)
      saveFile(blob, name)
    } catch (error) {
      notices.show('failed', toFailure(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="download-table">
      {FORMATS.map(([format, name, hint]) => (
        <button key={format} type="button" class="button" title={hint} disabled={busy} onClick={() => void download(format)}>
          <Icon name="download" />
          {name}
        </button>
      ))}
    </div>
  )
}
