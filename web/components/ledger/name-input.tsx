import { useEffect, useId, useState } from 'preact/hooks'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { lookUpAfterTyping } from '../shell/look-up-after-typing.ts'

interface NameInputProps {
  readonly busy: boolean
  /** Names that are there already. */
  readonly without: readonly string[]
  readonly onChoose: (name: string) => void
}

const MOST_SUGGESTED = 8

/** Takes the name of another indicator, with those of the ledger that hold what was typed as suggestions. */
export function NameInput({ busy, without, onChoose }: NameInputProps) {
  const { api, notices } = useServices()
  const listId = useId()
  const [text, setText] = useState('')
  const [suggested, setSuggested] = useState<readonly string[]>([])
  const name = text.trim()
  useEffect(() => {
    if (name === '') return setSuggested([])
    return lookUpAfterTyping(
      () => api.ledgerOverview({ name, limit: MOST_SUGGESTED }),
      ({ indicators }) => setSuggested(indicators.map(({ indicator }) => indicator)),
      (error) => notices.show('failed', toFailure(error).message),
    )
  }, [name, api, notices])
  return (
    <form
      class="group-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (name === '') return
        onChoose(name)
        setText('')
      }}
    >
      <input
        type="text"
        aria-label="要归入的写法"
        placeholder="另一种写法，如简称、旧称"
        maxLength={80}
        list={listId}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {suggested
          .filter((option) => !without.includes(option))
          .map((option) => (
            <option key={option} value={option} />
          ))}
      </datalist>
      <button type="submit" class="button" disabled={busy || name === ''}>
        归入
      </button>
    </form>
  )
}
