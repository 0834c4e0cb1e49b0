import type { ChatFilters, Understood } from '../../../server/contract/chat.ts'
import { sameWords } from '../../reader/same-words.ts'
import { LimitChips } from './limit-chips.tsx'

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
    <div class="stack understood">
      {!sameWords(bareQuestion(understood.question), bareQuestion(question)) && <p class="understood-question">理解为：{understood.question}</p>}
      <ul class="chips" aria-label="对问题的理解">
        <LimitChips years={years} places={places} effect="重新回答" onChange={onChange}>
          {indicators.map((indicator) => (
            <li key={`i${indicator}`} class="chip chip-fixed" title={indicator}>
              {indicator}
            </li>
          ))}
          <li class="chip chip-kind">{KINDS[kind]}</li>
        </LimitChips>
        <li>
          <button type="button" class="text-button" onClick={() => onRewrite(understood.question)}>
            改写问题
          </button>
        </li>
      </ul>
    </div>
  )
}

/** A question mark more or less makes no other question. */
function bareQuestion(question: string): string {
  return question.replace(/[?？。\s]+$/, '')
}
