import type { JobView } from '../../../server/contract/documents.ts'
import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { FieldProblem } from '../shell/field-problem.tsx'
import { Icon } from '../shell/icon.tsx'
import { Link } from '../shell/link.tsx'

const PHASES: Readonly<Record<string, string>> = {
  reading: '读取',
  parsing: '解析',
  embedding: '计算语义向量',
  indexing: '建立索引',
  committing: '写入文库',
}
const OUTCOMES: Readonly<Record<string, string>> = {
  added: '已加入',
  updated: '已更新',
  unchanged: '已在库中，未变化',
  removed: '已移除',
  failed: '没有加入',
}

/** How the upload goes, and at its end what became of each file. */
export function UploadPanel() {
  const { upload } = useServices()
  const state = useStore(upload.state)
  if (state.status === 'idle') return null
  const over = state.status === 'done' || state.status === 'failed'
  return (
    <section class="card upload-panel" aria-label="上传进度" aria-live="polite">
      <div class="upload-head">
        <h2>{over ? '上传结果' : '正在上传'}</h2>
        {over && (
          <button type="button" class="icon-button" aria-label="收起上传结果" onClick={upload.dismiss}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {state.status === 'sending' && <Progress label={`正在发送 ${state.names.length} 个文件`} />}
      {state.status === 'working' && <JobProgress job={state.job} />}
      {state.status === 'failed' && <FieldProblem text={state.failure.message} />}
      {state.status === 'done' && <JobOutcomes job={state.job} />}
    </section>
  )
}

function JobProgress({ job }: { readonly job: JobView | null }) {
  const progress = job?.progress
  if (!progress) return <Progress label="排队中" />
  const label = `${PHASES[progress.phase] ?? progress.phase}${progress.file === undefined ? '' : `：${progress.file}`}`
  return <Progress label={label} done={progress.done} total={progress.total} />
}

function Progress({ label, done, total }: { readonly label: string; readonly done?: number; readonly total?: number }) {
  const known = done !== undefined && total !== undefined && total > 0
  return (
    <p class="progress">
      <span>
        {label}
        {known && `（${done}/${total}）`}
      </span>
      {known ? <progress aria-label="上传进度" value={done} max={total} /> : <progress aria-label="上传进度" />}
    </p>
  )
}

function JobOutcomes({ job }: { readonly job: JobView }) {
  return (
    <>
      <FieldProblem text={job.error?.message ?? null} />
      <ul class="outcomes">
        {(job.report?.outcomes ?? []).map((outcome, index) => (
          <li key={index} class={outcome.kind === 'failed' ? 'outcome outcome-failed' : 'outcome'}>
            <span class="outcome-kind">{OUTCOMES[outcome.kind] ?? outcome.kind}</span>
            {outcome.documentId !== undefined && outcome.kind !== 'removed' ? (
              <Link to={{ page: 'document', id: outcome.documentId, range: null }}>{outcome.file}</Link>
            ) : (
              <span>{outcome.file}</span>
            )}
            {outcome.message !== undefined && <span class="outcome-message">{outcome.message}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
