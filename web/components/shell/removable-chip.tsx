import { Icon } from './icon.tsx'

interface RemovableChipProps {
  readonly text: string
  /** What taking it away does, in words. */
  readonly hint: string
  readonly onRemove: () => void
}

/** A value in a list of chips that can be taken away. */
export function RemovableChip({ text, hint, onRemove }: RemovableChipProps) {
  return (
    <li class="chip">
      {text}
      <button type="button" class="chip-remove" aria-label={hint} title={hint} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  )
}
