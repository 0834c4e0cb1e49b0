import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { ChipButton } from '../shell/chip-button.tsx'
import { ChipInput } from '../shell/chip-input.tsx'
import { RemovableChip } from '../shell/removable-chip.tsx'
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
        <RemovableChip
          key={`y${year}`}
          text={`${year}年`}
          hint={`去掉 ${year}年${tail}`}
          onRemove={() => onChange({ years: years.filter((other) => other !== year), places: [...places] })}
        />
      ))}
      {places.map((place) => (
        <RemovableChip
          key={`p${place}`}
          text={place}
          hint={`去掉 ${place}${tail}`}
          onRemove={() => onChange({ years: [...years], places: places.filter((other) => other !== place) })}
        />
      ))}
      {children}
      <AddLimit
        label="年份"
        tail={tail}
        action={effect ?? '加上'}
        inputMode="numeric"
        parse={parseYear}
        problem="请填 1900—2100 之间的四位年份"
        onAdd={(text) => onChange({ years: [...new Set([...years, Number(text)])], places: [...places] })}
      />
      <AddLimit
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

interface AddLimitProps {
  readonly label: string
  readonly tail: string
  readonly action: string
  readonly inputMode: 'numeric' | 'text'
  readonly parse: (text: string) => string | null
  readonly problem: string
  readonly onAdd: (text: string) => void
}

/** A button that opens a field in its place. */
function AddLimit({ label, tail, onAdd, ...field }: AddLimitProps) {
  const [open, setOpen] = useState(false)
  const name = `限定${label}`
  if (!open) return <ChipButton text={label} hint={`${name}${tail}`} onPress={() => setOpen(true)} />
  return (
    <ChipInput
      {...field}
      label={name}
      placeholder={label}
      onLeave={() => setOpen(false)}
      onAdd={(value) => {
        setOpen(false)
        onAdd(value)
      }}
    />
  )
}
