import { useState } from 'preact/hooks'
import { Icon } from '../shell/icon.tsx'

interface PlanChipsProps {
  /** What they are, e.g. 主题. */
  readonly label: string
  readonly values: readonly string[]
  /** What the library holds and may be added with one press. */
  readonly offered?: readonly string[]
  /** Null where a typed text is none. */
  readonly parse: (text: string) => string | null
  readonly problem: string
  readonly onChange: (values: string[]) => void
}

const MOST_OFFERED = 8

/** Values as chips that can be taken away, and a field that adds one. */
export function PlanChips({ label, values, offered = [], parse, problem, onChange }: PlanChipsProps) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const open = offered.filter((value) => !values.includes(value)).slice(0, MOST_OFFERED)
  function add(value: string | null) {
    setWrong(value === null)
    if (value === null) return
    setText('')
    if (!values.includes(value)) onChange([...values, value])
  }
  return (
    <div class="plan-row">
      <span class="field-name">{label}</span>
      <ul class="chips" aria-label={label}>
        {values.map((value) => (
          <li key={value} class="chip">
            {value}
            <button
              type="button"
              class="chip-remove"
              aria-label={`去掉${label}：${value}`}
              onClick={() => onChange(values.filter((other) => other !== value))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        {open.map((value) => (
          <li key={`+${value}`}>
            <button type="button" class="chip chip-add" aria-label={`加上${label}：${value}`} onClick={() => add(value)}>
              <Icon name="plus" />
              {value}
            </button>
          </li>
        ))}
        <li class="chip-form">
          <input
            aria-label={`加上${label}`}
            aria-invalid={wrong}
            placeholder={`加${label}`}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value)
              setWrong(false)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return
              event.preventDefault()
              add(parse(text))
            }}
          />
          <button type="button" class="text-button" disabled={text.trim() === ''} onClick={() => add(parse(text))}>
            加上
          </button>
          {wrong && (
            <span class="field-problem" role="alert">
              {problem}
            </span>
          )}
        </li>
      </ul>
    </div>
  )
}
