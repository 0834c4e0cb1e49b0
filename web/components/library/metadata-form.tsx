import { useState } from 'preact/hooks'
import type { DocumentDetail } from '../../../server/contract/documents.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { FieldProblem } from '../shell/field-problem.tsx'
import { Modal } from '../shell/modal.tsx'
import { DRAFT_FIELDS, draftOf, findDraftProblem, patchOf } from './metadata-draft.ts'

interface MetadataFormProps {
  readonly detail: DocumentDetail
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** Corrects what is known about a document. Only what was changed is sent. */
export function MetadataForm({ detail, onSaved, onClose }: MetadataFormProps) {
  const { api } = useServices()
  const before = draftOf(detail)
  const [draft, setDraft] = useState(before)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  async function save(event: Event) {
    event.preventDefault()
    const found = findDraftProblem(draft)
    setProblem(found)
    if (found !== null) return
    const patch = patchOf(before, draft)
    if (Object.keys(patch).length === 0) return onClose()
    setBusy(true)
    try {
      await api.patchDocument(detail.id, patch)
      onSaved()
    } catch (error) {
      setProblem(toFailure(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal title="修改文档信息" onClose={onClose}>
      <form class="metadata-form" onSubmit={(event) => void save(event)}>
        <p class="muted">修改后会重新解析这份文档，回答随之改变。清空一项即撤销修改，恢复自动识别的结果。</p>
        {DRAFT_FIELDS.map(([field, name]) => (
          <label key={field} class={field === 'title' ? 'field field-wide' : 'field'}>
            <span>{name}</span>
            <input value={draft[field]} maxLength={300} onInput={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })} />
          </label>
        ))}
        <FieldProblem text={problem} />
        <div class="modal-actions">
          <button type="button" class="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" class="button button-primary" disabled={busy}>
            {busy ? '正在保存……' : '保存'}
          </button>
        </div>
      </form>
    </Modal>
  )
}
