import { useState } from 'preact/hooks'
import { focusOnMount } from '../shell/focus-on-mount.ts'
import { Icon } from '../shell/icon.tsx'

interface EditableHeadingProps {
  readonly level: 1 | 2 | 3 | 4
  readonly text: string
  /** What it is called, e.g. 标题. */
  readonly label: string
  readonly maxLength: number
  readonly onSave: (text: string) => Promise<boolean>
}

export function EditableHeading({ level, text, label, maxLength, onSave }: EditableHeadingProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const Heading = `h${level}` as const
  if (draft === null) {
    const edit = (
      <button type="button" class="icon-button" aria-label={`修改${label}：${text}`} title={`修改${label}`} onClick={() => setDraft(text)}>
        <Icon name="edit" />
      </button>
    )
    return (
      <div class="editable-heading">
        <Heading>{text}</Heading>
        {edit}
      </div>
    )
  }
  async function save(event: Event) {
    event.preventDefault()
    const edited = (draft ?? '').trim()
    if (edited === '') return
    if (edited === text || (await onSave(edited))) setDraft(null)
  }
  return (
    <form class="editable-heading" onSubmit={(event) => void save(event)}>
      <input
        ref={focusOnMount}
        aria-label={label}
        maxLength={maxLength}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null)
        }}
      />
      <button type="submit" class="text-button">
        保存
      </button>
    </form>
  )
}
