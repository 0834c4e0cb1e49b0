import { useState } from 'preact/hooks'
import { FieldProblem } from './field-problem.tsx'
import { focusOnMount } from './focus-on-mount.ts'

interface ChipInputProps {
  /** The field's name, e.g. 限定年份. */
  readonly label: string
  readonly placeholder: string
  /** What the button says, e.g. 加上. */
  readonly action: string
  readonly inputMode?: 'numeric' | 'text'
  /** Null where a typed text is no value. */
  readonly parse: (text: string) => string | null
  readonly problem: string
  readonly onAdd: (value: string) => void
  /** Closes a field that opened in place of the button just pressed; without it the field is always there. */
  readonly onLeave?: () => void
}

/** A field that adds a chip to a list. No form of its own, since it may stand inside one: Enter in its field adds. */
export function ChipInput({ label, placeholder, action, inputMode = 'text', parse, problem, onAdd, onLeave }: ChipInputProps) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  function submit() {
    const value = parse(text)
    setWrong(value === null)
    if (value === null) return
    setText('')
    onAdd(value)
  }
  return (
    <li class="chip-form">
      <input
        ref={onLeave === undefined ? null : focusOnMount}
        aria-label={label}
        aria-invalid={wrong}
        placeholder={placeholder}
        inputMode={inputMode}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setWrong(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && onLeave !== undefined) {
            event.preventDefault()
            event.stopPropagation()
            onLeave()
          }
          if (event.key !== 'Enter' || event.isComposing) return
          event.preventDefault()
          submit()
        }}
      />
      <button type="button" class="text-button" disabled={text.trim() === ''} onClick={submit}>
        {action}
      </button>
      <FieldProblem text={wrong ? problem : null} />
    </li>
  )
}
