import type { BriefPatch, BriefSection } from '../../server/contract/briefs.ts'

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
    const target = crosses ? drafts[place.section + step] : own
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
  return (inside >= 0 && inside < (sections[section]?.statements.length ?? 0)) || sections[section + step] !== undefined
}

/** At the end of a section. */
export function addStatement(sections: readonly BriefSection[], section: number, text: string, citations: readonly number[]): EditedSections {
  return edit(sections, (drafts) => void drafts[section]?.push({ text, citations: [...citations] }))
}

export function renameSection(sections: readonly BriefSection[], section: number, heading: string): EditedSections {
  return edit(sections, () => undefined).map((entry, index) => (index === section ? { ...entry, heading } : entry))
}

function edit(sections: readonly BriefSection[], change: (drafts: Draft[][]) => void): EditedSections {
  const drafts = sections.map(({ statements }) => statements.map(({ text, citations }): Draft => ({ text, citations: [...citations] })))
  change(drafts)
  return sections.map(({ heading }, index) => ({ heading, statements: drafts[index] ?? [] }))
}
