import type { QuestionKind } from '../contract/chat.ts'
import type { AskedPlace, CitedPlace, Expected, FocusPart, Intent } from './intent.ts'

/** What one turn leaves for the next. */
export interface Slots {
  readonly question: string
  /** As it was asked, where it asked for what a paper says of itself. */
  readonly askedOfPaper?: string
  /** As it was asked, or as the turn before it was, where it only named another thing. */
  readonly asked?: string
  readonly years: readonly number[]
  readonly places: readonly AskedPlace[]
  readonly focus: readonly FocusPart[]
  readonly kind: QuestionKind
  readonly expected: Expected
  readonly tense: 'target' | 'actual' | null
  /** What the answer cited. */
  readonly cited: readonly CitedPlace[]
}

export function slotsOf(intent: Intent, cited: readonly CitedPlace[] = []): Slots {
  const { question, years, places, focus, kind, expected, tense } = intent
  const ofPaper = kind === 'metadata' ? { askedOfPaper: intent.askedOfPaper ?? intent.asked } : {}
  return { question, asked: intent.askedBefore ?? intent.asked, years, places, focus, kind, expected, tense, cited, ...ofPaper }
}

/** Slots as they come back from storage; null for anything else. */
export function readSlots(value: unknown): Slots | null {
  return isSlots(value) ? value : null
}

function isSlots(value: unknown): value is Slots {
  return (
    typeof value === 'object' &&
    value !== null &&
    'question' in value &&
    'focus' in value &&
    Array.isArray(value.focus) &&
    'years' in value &&
    Array.isArray(value.years)
  )
}
