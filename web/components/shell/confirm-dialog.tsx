import { useState } from 'preact/hooks'
import { toFailure } from '../../api/api-failure.ts'
import { FieldProblem } from './field-problem.tsx'
import { Modal } from './modal.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly text: string
  /** Names the deed on the button, e.g. 删除. */
  readonly action: string
  readonly onConfirm: () => Promise<void>
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back, and stays open with the reason when it fails. */
export function ConfirmDialog({ title, text, action, onConfirm, onClose }: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function confirm() {
    setBusy(true)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setProblem(toFailure(error).message)
      setBusy(false)
    }
  }
  return (
    <Modal title={title} onClose={onClose}>
      <p>{text}</p>
      <FieldProblem text={problem} />
      <div class="modal-actions">
        <button type="button" class="button" onClick={onClose}>
          取消
        </button>
        <button type="button" class="button button-danger" disabled={busy} onClick={() => void confirm()}>
          {action}
        </button>
      </div>
    </Modal>
  )
}
