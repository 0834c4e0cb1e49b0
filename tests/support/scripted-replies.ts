import { extractFacts } from '../../ingest/facts/extract-facts.ts'
import { createIndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import type { IndicatorFact } from '../../ingest/facts/indicator-fact.ts'

/** A numbered line of fenced evidence, read out of a prompt as a model reads it. */
export interface PromptEvidence {
  readonly handle: string
  readonly year: string | null
  readonly place: string | null
  readonly text: string
}

/** The evidence between the borders of a prompt's fence. */
export function readEvidence(prompt: string): PromptEvidence[] {
  const fenced = /<<<(资料[0-9a-f]+)\n([\s\S]*?)\n\1>>>/.exec(prompt)?.[2] ?? ''
  return fenced.split('\n').flatMap((line): PromptEvidence[] => {
    const parts = /^\[(E\d+)\] (《[^》]*》[^：｜]*(?:｜[^：｜]*)*)：(.*)$/.exec(line)
    if (parts === null) return []
    const about = (parts[2] ?? '').split('｜').slice(1)
    return [
      {
        handle: parts[1] ?? '',
        year: about.find((part) => /^\d{4}年$/.test(part)) ?? null,
        place: about.find((part) => /[市区县旗省]$/.test(part)) ?? null,
        text: parts[3] ?? '',
      },
    ]
  })
}

/** What a scripted model says, and the words of it that are false where some are. */
export interface ScriptedReply {
  readonly text: string
  readonly wrong: string | null
}

export const RIGHT_WAYS = ['whole sentence', 'clause with its year', 'clause without a mark'] as const
export const WRONG_WAYS = ['changed figure', 'other year', 'swapped indicators', 'invented handle', 'no citation', 'extra claim'] as const
export type ReplyWay = (typeof RIGHT_WAYS)[number] | (typeof WRONG_WAYS)[number]

const group = createIndicatorGrouping()

/** Null where the evidence has nothing that could be said that way. */
export function scriptReply(way: ReplyWay, evidence: PromptEvidence, all: readonly PromptEvidence[]): ScriptedReply | null {
  const { handle, text, year } = evidence
  const whole = text.replace(/[。；;]$/, '')
  const facts = extractFacts({ text: whole, facets: { year: null, place: null, tense: null } }, group).filter(({ indicator }) => indicator !== '')
  const fact = facts[0]
  if (fact === undefined) return null
  const clause = whole.slice(fact.clause.start, fact.clause.end)
  const lead = year !== null && !/\d{4}\s?年/.test(clause) ? `${year}，` : ''
  switch (way) {
    case 'whole sentence':
      return { text: `${whole}。[${handle}]`, wrong: null }
    case 'clause with its year':
      return { text: `根据资料，${lead}${clause}。[${handle}]`, wrong: null }
    case 'clause without a mark':
      return { text: `${lead}${clause}。`, wrong: null }
    case 'other year': {
      if (year === null) return null
      const other = `${Number(year.slice(0, 4)) + 1}年`
      if (/\d{4}/.test(clause) || all.some((one) => (one.year === other || one.text.includes(other)) && one.text.includes(fact.quantity.figureText)))
        return null
      return said(`${other}，${clause}`, handle)
    }
    case 'swapped indicators':
      return swapped(
        whole,
        facts,
        handle,
        all.filter((one) => one !== evidence),
      )
    case 'extra claim': {
      const claim = `其中城郊三家企业贡献了37.51%`
      return { text: `${whole}。[${handle}]${claim}。[${handle}]`, wrong: claim }
    }
    default: {
      const changed = withChangedDigit(whole, fact)
      if (changed === null || all.some((one) => one.text.includes(changed.figure))) return null
      const mark = way === 'no citation' ? '' : `[${way === 'invented handle' ? 'E47' : handle}]`
      return { text: `${changed.clause}。${mark}`, wrong: changed.clause }
    }
  }
}

function said(text: string, handle: string): ScriptedReply {
  return { text: `${text}。[${handle}]`, wrong: text }
}

/** The first clause's figure with its first digit another one. */
function withChangedDigit(whole: string, { clause, quantity }: IndicatorFact): { readonly clause: string; readonly figure: string } | null {
  const digit = /[0-9]/.exec(quantity.figureText)
  if (digit === null) return null
  const other = String((Number(digit[0]) % 9) + 1)
  const figure = quantity.figureText.slice(0, digit.index) + other + quantity.figureText.slice(digit.index + 1)
  const { start, end } = quantity.figureRange
  return { clause: whole.slice(clause.start, start) + figure + whole.slice(end, clause.end), figure }
}

/** Two figures of one sentence, of one unit and of two indicators, each in the other's place. */
function swapped(whole: string, facts: readonly IndicatorFact[], handle: string, others: readonly PromptEvidence[]): ScriptedReply | null {
  for (const first of facts) {
    const second = facts.find(
      (other) =>
        other.indicator !== first.indicator &&
        other.clause.start > first.clause.start &&
        other.attribute === first.attribute &&
        other.quantity.unit === first.quantity.unit &&
        other.quantity.value !== first.quantity.value,
    )
    if (second === undefined || others.some(({ text }) => text.includes(second.quantity.figureText))) continue
    const one = whole.slice(first.clause.start, first.quantity.figureRange.start) + second.quantity.figureText
    return said(one + whole.slice(first.quantity.figureRange.end, first.clause.end), handle)
  }
  return null
}
