import type { BriefPatch, BriefSection, BriefView } from '../../server/contract/briefs.ts'
import type { ChatAnswer, Citation } from '../../server/contract/chat.ts'
import { isParent } from './heading-level.ts'

/** Where a statement stands in a brief. */
export interface StatementPlace {
  readonly section: number
  readonly statement: number
}

/** The sections as the server takes them: its own verdicts stay behind, since it judges each statement again. */
export type EditedSections = NonNullable<BriefPatch['sections']>

type Draft = EditedSections[number]['statements'][number]

export function rewriteStatement(sections: readonly BriefSection[], place: StatementPlace, text: string): EditedSections {
  return edit(sections, (drafts) => {
    const statement = drafts[place.section]?.[place.statement]
    if (statement) statement.text = text
  })
}

export function removeStatement(sections: readonly BriefSection[], place: StatementPlace): EditedSections {
  return edit(sections, (drafts) => void drafts[place.section]?.splice(place.statement, 1))
}

/** One step up (-1) or down (1), over the border of a section into its neighbour; unchanged at the brief's two ends. */
export function moveStatement(sections: readonly BriefSection[], place: StatementPlace, step: -1 | 1): EditedSections {
  return edit(sections, (drafts) => {
    const own = drafts[place.section]
    const inside = place.statement + step
    const crosses = own !== undefined && (inside < 0 || inside >= own.length)
    const target = crosses ? drafts[neighbour(sections, place.section, step)] : own
    const moved = target && own?.splice(place.statement, 1)[0]
    if (!moved) return
    if (!crosses) target.splice(inside, 0, moved)
    else if (step < 0) target.push(moved)
    else target.unshift(moved)
  })
}

/** Whether a statement can be moved one step. */
export function canMove(sections: readonly BriefSection[], { section, statement }: StatementPlace, step: -1 | 1): boolean {
  const inside = statement + step
  return (inside >= 0 && inside < (sections[section]?.statements.length ?? 0)) || sections[neighbour(sections, section, step)] !== undefined
}

/** The next section that holds statements of its own. */
function neighbour(sections: readonly BriefSection[], section: number, step: -1 | 1): number {
  let at = section + step
  while (isParent(sections, at)) at += step
  return at
}

export function renameSection(sections: readonly BriefSection[], section: number, heading: string): EditedSections {
  return edit(sections, () => undefined).map((entry, index) => (index === section ? { ...entry, heading } : entry))
}

function edit(sections: readonly BriefSection[], change: (drafts: Draft[][]) => void): EditedSections {
  const drafts = sections.map(({ statements }) => statements.map(({ text, citations }): Draft => ({ text, citations: [...citations] })))
  change(drafts)
  return sections.map(({ heading, key }, index) => ({ heading, ...(key === undefined ? {} : { key }), statements: drafts[index] ?? [] }))
}

/** A sentence of the library put at the end of a section under its own words; one that the brief cites already keeps its number. */
export function addSentence(brief: Pick<BriefView, 'sections' | 'citations'>, section: number, found: Citation): BriefPatch {
  const { documentId, start, end, quote } = found
  const known = brief.citations.find((citation) => citation.documentId === documentId && citation.start < end && start < citation.end)
  const n = known?.n ?? Math.max(0, ...brief.citations.map((citation) => citation.n)) + 1
  const sections = edit(brief.sections, (drafts) => void drafts[section]?.push({ text: quote, citations: [n] }))
  return { sections, ...(known ? {} : { addCitations: [{ n, documentId, start, end }] }) }
}

/**
 * The statements of an answer put at the end of a section, or under a new heading of their own. Sentences that the brief cites already keep their number there;
 * the others come in under new ones. What the answer says without a source stays behind.
 *
 * @param target the section's number, or the heading of a new one
 */
export function takeAnswer(
  brief: Pick<BriefView, 'sections' | 'citations'>,
  answer: Pick<ChatAnswer, 'statements' | 'citations'>,
  target: number | string,
): BriefPatch {
  const added = new Map<number, NonNullable<BriefPatch['addCitations']>[number]>()
  let next = Math.max(0, ...brief.citations.map(({ n }) => n)) + 1
  const numberOf = (citation: ChatAnswer['citations'][number]): number => {
    const known = brief.citations.find(
      ({ documentId, start, end }) => documentId === citation.documentId && start < citation.end && citation.start < end,
    )
    if (known) return known.n
    const { documentId, start, end } = citation
    const n = added.get(citation.n)?.n ?? next++
    added.set(citation.n, { n, documentId, start, end })
    return n
  }
  const statements = answer.statements.flatMap(({ text, citations }): Draft[] => {
    const cited = answer.citations.filter(({ n }) => citations.includes(n))
    return cited.length === 0 ? [] : [{ text, citations: [...new Set(cited.map(numberOf))] }]
  })
  const sections = edit(brief.sections, (drafts) => {
    if (typeof target === 'number') drafts[target]?.push(...statements)
  })
  if (typeof target === 'string') sections.push({ heading: target, statements })
  return { sections, ...(added.size > 0 ? { addCitations: [...added.values()] } : {}) }
}
