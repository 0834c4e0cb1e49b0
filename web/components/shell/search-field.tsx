import { focusOnMount } from './focus-on-mount.ts'
import { Icon } from './icon.tsx'

interface SearchFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly maxLength?: number
  readonly value: string
  /** Takes the focus when it appears. */
  readonly isFirst?: boolean
  readonly onInput: (text: string) => void
}

export function SearchField({ label, placeholder, maxLength, value, isFirst = false, onInput }: SearchFieldProps) {
  return (
    <label class="search-field">
      <Icon name="search" />
      <input
        ref={isFirst ? focusOnMount : null}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  )
}
