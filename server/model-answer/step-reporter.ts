import type { AnswerStep } from '../contract/events.ts'

/** Numbers what is looked up for an answer, and tells when it begins and ends. */
export interface StepReporter {
  /** @returns to be called when it is over */
  begin(label: string): () => void
  /** Names the step at work more exactly. */
  rename(label: string): void
  /** For steps of another that counts its own from 1: they follow those so far. */
  relay(): (step: AnswerStep) => void
  labels(): string[]
}

export function createStepReporter(onStep: ((step: AnswerStep) => void) | undefined): StepReporter {
  const labels: string[] = []
  const report = (n: number, status: AnswerStep['status']): void => onStep?.({ n, label: labels[n - 1] ?? '', status })
  return {
    begin(label) {
      const n = labels.push(label)
      report(n, 'running')
      return () => report(n, 'done')
    },
    rename(label) {
      if (labels.length > 0) labels[labels.length - 1] = label
    },
    relay() {
      const before = labels.length
      return ({ n, label, status }) => {
        labels[before + n - 1] = label
        report(before + n, status)
      }
    },
    labels: () => [...labels],
  }
}
