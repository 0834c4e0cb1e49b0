import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { focusOnMount } from '../shell/focus-on-mount.ts'
import { Icon } from '../shell/icon.tsx'
import { parsePlace, parseYear } from './parse-limits.ts'

interface LimitChipsProps {
  readonly years: readonly number[]
  readonly places: readonly string[]
  /** What a change sets off at once, e.g. 重新回答; null where it only fills a form. */
  readonly effect: string | null
  readonly onChange: (limits: { readonly years: number[]; readonly places: string[] }) => void
  /** Chips that stand between the limits and the buttons that add to them. */
  readonly children?: ComponentChildren
}

/** Years and places as chips that can be taken away and added; stands inside a list. */
export function LimitChips({ years, places, effect, onChange, children }: LimitChipsProps) {
  const tail = effect === null ? '' : `，${effect}`
  return (
    <>
      {years.map((year) => (
        <Chip
          key={`y${year}`}
          text={`${year}年`}
          tail={tail}
          onRemove={() => onChange({ years: years.filter((other) => other !== year), places: [...places] })}
        />
      ))}
      {places.map((place) => (
        <Chip
          key={`p${place}`}
          text={place}
          tail={tail}
          onRemove={() => onChange({ years: [...years], places: places.filter((other) => other !== place) })}
        />
      ))}
      {children}
      <AddChip
        label="年份"
        tail={tail}
        action={effect ?? '加上'}
        inputMode="numeric"
        parse={parseYear}
        problem="请填 1900—2100 之间的四位年份"
        onAdd={(text) => onChange({ years: [...new Set([...years, Number(text)])], places: [...places] })}
      />
      <AddChip
        label="地区"
        tail={tail}
        action={effect ?? '加上'}
        inputMode="text"
        parse={parsePlace}
        problem="请填 40 字以内的地名"
        onAdd={(text) => onChange({ years: [...years], places: [...new Set([...places, text])] })}
      />
    </>
  )
}

function Chip({ text, tail, onRemove }: { readonly text: string; readonly tail: string; readonly onRemove: () => void }) {
  return (
    <li class="chip">
      {text}
      <button type="button" class="chip-remove" aria-label={`去掉 ${text}${tail}`} title={`去掉“${text}”${tail}`} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  )
}

interface AddChipProps {
  readonly label: string
  readonly tail: string
  readonly action: string
  readonly inputMode: 'numeric' | 'text'
  readonly parse: (text: string) => string | null
  readonly problem: string
  readonly onAdd: (text: string) => void
}

/** No form of its own, since it may stand inside one: Enter in its field adds. */
function AddChip({ label, tail, action, inputMode, parse, problem, onAdd }: AddChipProps) {
  const [text, setText] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  if (text === null) {
    return (
      <li>
        <button type="button" class="chip chip-add" aria-label={`限定${label}`} title={`限定${label}${tail}`} onClick={() => setText('')}>
          <Icon name="plus" />
          {label}
        </button>
      </li>
    )
  }
  const submit = () => {
    const value = parse(text)
    setWrong(value === null)
    if (value !== null) {
      setText(null)
      onAdd(value)
    }
  }
  return (
    <li class="chip-form">
      <input
        ref={focusOnMount}
        aria-label={`限定${label}`}
        aria-invalid={wrong}
        placeholder={label}
        inputMode={inputMode}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            setText(null)
          }
          if (event.key !== 'Enter' || event.isComposing) return
          event.preventDefault()
          submit()
        }}
      />
      <button type="button" class="text-button" onClick={submit}>
        {action}
      </button>
      {wrong && (
        <span class="field-problem" role="alert">
          {problem}
        </span>
      )}
    </li>
  )
}
