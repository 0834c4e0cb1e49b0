import { Icon } from './icon.tsx'

interface ChipButtonProps {
  readonly text: string
  /** What pressing it does, in words. */
  readonly hint: string
  readonly onPress: () => void
}

/** In a list of chips: a value that may be added, or the way to add one. */
export function ChipButton({ text, hint, onPress }: ChipButtonProps) {
  return (
    <li>
      <button type="button" class="chip chip-add" aria-label={hint} title={hint} onClick={onPress}>
        <Icon name="plus" />
        {text}
      </button>
    </li>
  )
}
