import { ChipButton } from '../shell/chip-button.tsx'
import { ChipInput } from '../shell/chip-input.tsx'
import { RemovableChip } from '../shell/removable-chip.tsx'

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
  const open = offered.filter((value) => !values.includes(value)).slice(0, MOST_OFFERED)
  const add = (value: string) => !values.includes(value) && onChange([...values, value])
  return (
    <div class="plan-row">
      <span class="field-name">{label}</span>
      <ul class="chips" aria-label={label}>
        {values.map((value) => (
          <RemovableChip
            key={value}
            text={value}
            hint={`去掉${label}：${value}`}
            onRemove={() => onChange(values.filter((other) => other !== value))}
          />
        ))}
        {open.map((value) => (
          <ChipButton key={`+${value}`} text={value} hint={`加上${label}：${value}`} onPress={() => add(value)} />
        ))}
        <ChipInput label={`加上${label}`} placeholder={`加${label}`} action="加上" parse={parse} problem={problem} onAdd={add} />
      </ul>
    </div>
  )
}
