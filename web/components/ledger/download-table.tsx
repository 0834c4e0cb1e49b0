import type { SheetFormat } from '../../api/api.ts'
import type { Attachment } from '../../api/attachment.ts'
import { Icon } from '../shell/icon.tsx'
import { useDownload } from '../shell/use-download.ts'

const FORMATS = [
  ['xlsx', '下载 Excel', '表格连同出处一张表，Excel、WPS 都能打开'],
  ['csv', '下载 CSV', '纯表格，Excel、WPS 都能打开'],
] as const

/** A table as a file, with its sources or without. */
export function DownloadTable({ load }: { readonly load: (format: SheetFormat) => Promise<Attachment> }) {
  const { busy, download } = useDownload()
  return (
    <div class="download-table">
      {FORMATS.map(([format, name, hint]) => (
        <button key={format} type="button" class="button" title={hint} disabled={busy} onClick={() => void download(() => load(format))}>
          <Icon name="download" />
          {name}
        </button>
      ))}
    </div>
  )
}
