import { useLayoutEffect, useState } from 'preact/hooks'
import type { BriefPatch, BriefView } from '../../server/contract/briefs.ts'
import { toFailure } from '../api/api-failure.ts'
import { BriefDocument } from '../components/briefs/brief-document.tsx'
import { Link } from '../components/shell/link.tsx'
import { ErrorState, Skeleton } from '../components/shell/state-block.tsx'
import { useDocumentTitle } from '../components/shell/use-document-title.ts'
import { SourceColumn } from '../components/source/source-column.tsx'
import { useServices } from '../services.ts'
import { useResource } from '../state/use-resource.ts'

/** One brief with its sources beside it. */
export function BriefPage({ id }: { readonly id: string }) {
  const { api, source } = useServices()
  const { resource, reload } = useResource(id, () => api.getBrief(id))
  useLayoutEffect(() => {
    source.close()
    return () => source.close()
  }, [id, source])
  useDocumentTitle(resource.status === 'ready' ? resource.value.title : '简报')
  return (
    <div class="beside-source">
      <main id="main" class="column work-column brief-column" tabIndex={-1}>
        <p class="back">
          <Link to={{ page: 'briefs' }}>← 简报</Link>
        </p>
        {resource.status === 'loading' && <Skeleton lines={14} label="正在打开简报" />}
        {resource.status === 'failed' && <ErrorState title="打不开这份简报" failure={resource.failure} onRetry={reload} />}
        {resource.status === 'ready' && <EditedBrief loaded={resource.value} />}
      </main>
      <SourceColumn hint="点简报里的数字标注，这里就翻到被引用的那一句。" />
    </div>
  )
}

function EditedBrief({ loaded }: { readonly loaded: BriefView }) {
  const { api, notices } = useServices()
  const [brief, setBrief] = useState(loaded)
  const [busy, setBusy] = useState(false)
  async function edit(patch: BriefPatch): Promise<boolean> {
    setBusy(true)
    try {
      setBrief(await api.patchBrief(brief.briefId, patch))
      return true
    } catch (error) {
      notices.show('failed', toFailure(error).message)
      return false
    } finally {
      setBusy(false)
    }
  }
  return <BriefDocument brief={brief} busy={busy} onEdit={edit} onRestored={setBrief} />
}
