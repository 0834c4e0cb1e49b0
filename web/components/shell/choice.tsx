interface ChoiceProps {
  readonly label: string
  readonly value: string
  /** Values, or values with the words that stand for them. */
  readonly options: readonly (string | readonly [value: string, name: string])[]
  readonly onChange: (value: string) => void
}

/** One of several values, or all of them. A value that is not among the options, as an address may name it, is added. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const pairs = options.map((option) => (typeof option === 'string' ? ([option, option] as const) : option))
  const all = value === '' || pairs.some(([known]) => known === value) ? pairs : [[value, value] as const, ...pairs]
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">全部{label}</option>
      {all.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  )
}
