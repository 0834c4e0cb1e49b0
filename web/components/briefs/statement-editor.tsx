import { useState } from 'preact/hooks'
import { focusOnMount } from '../shell/focus-on-mount.ts'

/** The contract's limit for a statement. */
const MAX_STATEMENT_CHARS = 2_000

interface StatementEditorProps {
  readonly text: string
  readonly onSave: (text: string) => Promise<void>
  readonly onCancel: () => void
}

export function StatementEditor({ text, onSave, onCancel }: StatementEditorProps) {
  const [draft, setDraft] = useState(text)
  const [busy, setBusy] = useState(false)
  async function save() {
    const edited = draft.trim()
    if (edited === '' || busy) return
    setBusy(true)
    await onSave(edited)
    setBusy(false)
  }
  return (
    <form
      class="statement-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <textarea
        ref={focusOnMount}
        rows={Math.min(8, Math.ceil(draft.length / 36) + 1)}
        aria-label="修改论断"
        maxLength={MAX_STATEMENT_CHARS}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          void save()
        }}
      />
      <p class="statement-editor-foot">
        <span class="muted">保存后立即对照原文重新核验</span>
        <button type="button" class="button" onClick={onCancel}>
          取消
        </button>
        <button type="submit" class="button button-primary" disabled={busy || draft.trim() === ''}>
          {busy ? '正在核验……' : '保存并核验'}
        </button>
      </p>
    </form>
  )
}
