import { useState } from 'preact/hooks'
import type { DocumentDetail, DocumentPatch } from '../../../server/contract/documents.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { Modal } from '../shell/modal.tsx'

const TEXT_FIELDS = [
  ['title', '标题'],
  ['kind', '类型'],
  ['year', '年份'],
  ['place', '地区'],
  ['number', '文号'],
  ['issuer', '发布机关'],
  ['date', '日期（如 2025-01-20）'],
  ['speaker', '报告人'],
] as const

type Field = (typeof TEXT_FIELDS)[number][0]
export type MetadataDraft = Readonly<Record<Field, string>>

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
        {TEXT_FIELDS.map(([field, name]) => (
          <label key={field} class="field">
            <span>{name}</span>
            <input value={draft[field]} maxLength={300} onInput={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })} />
          </label>
        ))}
        {problem !== null && (
          <p class="field-problem" role="alert">
            {problem}
          </p>
        )}
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

function draftOf({ title, kind, year, place, number, issuer, date, speaker }: DocumentDetail): MetadataDraft {
  return {
    title,
    kind,
    year: year === null ? '' : String(year),
    place: place ?? '',
    number: number ?? '',
    issuer: issuer ?? '',
    date: date ?? '',
    speaker: speaker ?? '',
  }
}

function findDraftProblem({ year, date }: MetadataDraft): string | null {
  if (year.trim() !== '' && !/^(19\d\d|20\d\d|2100)$/.test(year.trim())) return '年份请填 1900—2100 之间的四位数字，或留空。'
  if (date.trim() !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(date.trim())) return '日期请写成 2025-01-20 的样子，或留空。'
  return null
}

/** The changed fields; an emptied one is null, which takes a correction back. */
export function patchOf(before: MetadataDraft, after: MetadataDraft): DocumentPatch {
  const patch: Record<string, string | number | null> = {}
  for (const [field] of TEXT_FIELDS) {
    const value = after[field].trim()
    if (value === before[field].trim()) continue
    patch[field] = value === '' ? null : field === 'year' ? Number(value) : value
  }
  return patch
}
