import { useState } from 'preact/hooks'
import type { ChatFilters, Understood } from '../../../server/contract/chat.ts'
import { sameWords } from '../../reader/same-words.ts'
import { focusOnMount } from '../shell/focus-on-mount.ts'
import { Icon } from '../shell/icon.tsx'

interface UnderstoodChipsProps {
  readonly understood: Understood
  /** As asked; the understood question is shown only where it says more. */
  readonly question: string
  readonly onChange: (filters: ChatFilters) => void
  /** Takes the complete question back into the question box. */
  readonly onRewrite: (question: string) => void
}

const KINDS: Readonly<Record<Understood['kind'], string>> = {
  value: '查数值',
  list: '列事项',
  compare: '作比较',
  why: '问原因',
  definition: '问含义',
  change: '看变化',
  metadata: '查文件信息',
  summary: '作概括',
}

/** How the question was read. A year or place that is taken away or added asks again within the new limits. */
export function UnderstoodChips({ understood, question, onChange, onRewrite }: UnderstoodChipsProps) {
  const { years, places, indicators, kind } = understood
  return (
    <div class="understood">
      {!sameWords(bareQuestion(understood.question), bareQuestion(question)) && <p class="understood-question">理解为：{understood.question}</p>}
      <ul class="chips" aria-label="对问题的理解">
        {years.map((year) => (
          <Chip key={`y${year}`} text={`${year}年`} onRemove={() => onChange({ years: years.filter((other) => other !== year), places })} />
        ))}
        {places.map((place) => (
          <Chip key={`p${place}`} text={place} onRemove={() => onChange({ years, places: places.filter((other) => other !== place) })} />
        ))}
        {indicators.map((indicator) => (
          <li key={`i${indicator}`} class="chip chip-fixed">
            {indicator}
          </li>
        ))}
        <li class="chip chip-kind">{KINDS[kind]}</li>
        <AddChip
          label="年份"
          inputMode="numeric"
          parse={parseYear}
          problem="请填 1900—2100 之间的四位年份"
          onAdd={(text) => onChange({ years: [...new Set([...years, Number(text)])], places })}
        />
        <AddChip
          label="地区"
          inputMode="text"
          parse={parsePlace}
          problem="请填 40 字以内的地名"
          onAdd={(text) => onChange({ years, places: [...new Set([...places, text])] })}
        />
        <li>
          <button type="button" class="text-button" onClick={() => onRewrite(understood.question)}>
            改写问题
          </button>
        </li>
      </ul>
    </div>
  )
}

function Chip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  return (
    <li class="chip">
      {text}
      <button type="button" class="chip-remove" aria-label={`去掉 ${text}，重新回答`} title={`去掉“${text}”，重新回答`} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  )
}

interface AddChipProps {
  readonly label: string
  readonly inputMode: 'numeric' | 'text'
  readonly parse: (text: string) => string | null
  readonly problem: string
  readonly onAdd: (text: string) => void
}

function AddChip({ label, inputMode, parse, problem, onAdd }: AddChipProps) {
  const [text, setText] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  if (text === null) {
    return (
      <li>
        <button type="button" class="chip chip-add" aria-label={`限定${label}`} title={`限定${label}，重新回答`} onClick={() => setText('')}>
          <Icon name="plus" />
          {label}
        </button>
      </li>
    )
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const value = parse(text)
    setWrong(value === null)
    if (value !== null) {
      setText(null)
      onAdd(value)
    }
  }
  return (
    <li>
      <form class="chip-form" onSubmit={submit}>
        <input
          ref={focusOnMount}
          aria-label={`限定${label}`}
          aria-invalid={wrong}
          placeholder={label}
          inputMode={inputMode}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText(null)
          }}
        />
        <button type="submit" class="text-button">
          重新回答
        </button>
        {wrong && (
          <span class="field-problem" role="alert">
            {problem}
          </span>
        )}
      </form>
    </li>
  )
}

/** A question mark more or less makes no other question. */
function bareQuestion(question: string): string {
  return question.replace(/[?？。\s]+$/, '')
}

function parseYear(text: string): string | null {
  const year = text
    .normalize('NFKC')
    .replace(/年\s*$/, '')
    .trim()
  return /^(19\d\d|20\d\d|2100)$/.test(year) ? year : null
}

function parsePlace(text: string): string | null {
  const place = text.trim()
  return place.length > 0 && place.length <= 40 ? place : null
}
