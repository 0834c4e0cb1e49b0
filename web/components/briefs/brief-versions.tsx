import { useState } from 'preact/hooks'
import type { BriefView } from '../../../server/contract/briefs.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { useResource } from '../../state/use-resource.ts'
import { Modal } from '../shell/modal.tsx'
import { ErrorState, Skeleton } from '../shell/state-block.tsx'

interface BriefVersionsProps {
  readonly brief: BriefView
  readonly onClose: () => void
  readonly onRestored: (brief: BriefView) => void
}

/** What a brief was before each edit: looked at, and made the newest again. */
export function BriefVersions({ brief, onClose, onRestored }: BriefVersionsProps) {
  const { api } = useServices()
  const [chosen, setChosen] = useState<number | null>(null)
  const { resource, reload } = useResource(`${brief.briefId} ${brief.version}`, () => api.listBriefVersions(brief.briefId))
  return (
    <Modal title="版本" onClose={onClose}>
      {resource.status === 'loading' && <Skeleton lines={4} label="正在取版本" />}
      {resource.status === 'failed' && <ErrorState title="取不到版本" failure={resource.failure} onRetry={reload} />}
      {resource.status === 'ready' && (
        <ul class="stack version-rows" aria-label="版本">
          {resource.value.items.map(({ version, savedAt, title, statements, isCurrent }) => (
            <li key={version}>
              <button
                type="button"
                class="boxed version-open"
                aria-expanded={chosen === version}
                onClick={() => setChosen(chosen === version ? null : version)}
              >
                <strong>第 {version} 版</strong>
                {isCurrent && <span class="chip chip-fixed">现在</span>}
                <span class="muted">
                  {new Date(savedAt).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' })} · {statements} 条 · {title}
                </span>
              </button>
              {chosen === version && <VersionText id={brief.briefId} version={version} isCurrent={isCurrent} onRestored={onRestored} />}
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}

interface VersionTextProps {
  readonly id: string
  readonly version: number
  readonly isCurrent: boolean
  readonly onRestored: (brief: BriefView) => void
}

function VersionText({ id, version, isCurrent, onRestored }: VersionTextProps) {
  const { api, notices } = useServices()
  const [busy, setBusy] = useState(false)
  const { resource, reload } = useResource(`${id} ${version}`, () => api.getBriefVersion(id, version))
  if (resource.status === 'loading') return <Skeleton lines={5} label="正在打开这一版" />
  if (resource.status === 'failed') return <ErrorState title="打不开这一版" failure={resource.failure} onRetry={reload} />
  async function restore() {
    setBusy(true)
    try {
      const restored = await api.restoreBrief(id, version)
      notices.show('done', `已恢复第 ${version} 版，存为第 ${restored.version} 版`)
      onRestored(restored)
    } catch (error) {
      notices.show('failed', toFailure(error).message)
      setBusy(false)
    }
  }
  return (
    <div class="version-text">
      {resource.value.sections.map(({ heading, statements }, index) => (
        <section key={index} aria-label={heading}>
          <h3>{heading}</h3>
          {statements.map(({ text }, at) => (
            <p key={at}>{text}</p>
          ))}
        </section>
      ))}
      {!isCurrent && (
        <button type="button" class="button button-primary" disabled={busy} onClick={() => void restore()}>
          恢复第 {version} 版
        </button>
      )}
    </div>
  )
}
