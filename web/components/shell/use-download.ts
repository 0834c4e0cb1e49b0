import { useState } from 'preact/hooks'
import { toFailure } from '../../api/api-failure.ts'
import type { Attachment } from '../../api/attachment.ts'
import { useServices } from '../../services.ts'
import { saveFile } from './save-file.ts'

export interface Download {
  /** One is on its way. */
  readonly busy: boolean
  /** Fetches a file and hands it to the browser; a failure becomes a notice. */
  readonly download: (load: () => Promise<Attachment>) => Promise<void>
}

export function useDownload(): Download {
  const { notices } = useServices()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async download(load) {
      setBusy(true)
      try {
        const { blob, name } = await load()
        saveFile(blob, name)
      } catch (error) {
        notices.show('failed', toFailure(error).message)
      } finally {
        setBusy(false)
      }
    },
  }
}
