import type { AnswerStep } from '../../../server/contract/events.ts'

const STATES: Readonly<Record<AnswerStep['status'], string>> = { running: '进行中', done: '完成', failed: '没有成功' }

/** What a model looks up, as it happens. */
export function RunningSteps({ steps }: { readonly steps: readonly AnswerStep[] }) {
  if (steps.length === 0) return null
  return (
    <ol class="steps" aria-label="查找过程">
      {steps.map(({ n, label, status }) => (
        <li key={n} class={`step step-${status}`}>
          <span class="break-all">{label}</span>
          <span class="step-state">{STATES[status]}</span>
        </li>
      ))}
    </ol>
  )
}

/** The same once the answer is whole, folded. */
export function FinishedSteps({ steps }: { readonly steps: readonly string[] }) {
  if (steps.length === 0) return null
  return (
    <details class="steps-fold">
      <summary>
        查找过程
        <span class="count">{steps.length} 步</span>
      </summary>
      <ol class="steps">
        {steps.map((label, index) => (
          <li key={index} class="step step-done">
            <span class="break-all">{label}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
