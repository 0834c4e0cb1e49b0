import { sectionPath } from '../../ingest/corpus/section-path.ts'
import type { CitationBook } from '../answer/cite/citations.ts'
import type { StatementVerifier } from '../answer/verify/verify-statement.ts'
import type { BriefOutline, BriefSection } from '../contract/briefs.ts'
import type { ChosenUnit } from './choose-units.ts'
import { bareHeading, type HeadingLevel, numberHeadings } from './heading-numbers.ts'
import { compareUnits, keyOfPath, type OutlineShape, pathOf } from './outline-shape.ts'
import type { BriefPlan } from './read-request.ts'

interface Node {
  readonly key: string
  readonly level: HeadingLevel
  readonly heading: string
  readonly statements: BriefSection['statements']
}

/** Other sentences with the same figures that are cited beside the one that is quoted. */
const MAX_CONFIRMING = 1
/** From so many units on a section is divided as its papers divide the subject. */
const MANY_UNITS = 8
const MAX_HEADING_CHARS = 22

/**
 * The body of a brief by the customs of official papers, headings numbered 一、（一）1. What fails the verifier is left out.
 *
 * @param outline sections that the user kept, in the user's order and words; undefined: all
 */
export function outlineSections(
  chosen: readonly ChosenUnit[],
  plan: BriefPlan,
  parts: {
    readonly shape: OutlineShape
    readonly outline: BriefOutline | undefined
    readonly book: CitationBook
    readonly verify: StatementVerifier
  },
): BriefSection[] {
  const { shape, outline, book, verify } = parts
  const sorted = chosen.toSorted((a, b) => compareUnits(a.unit, b.unit, shape, plan) || a.unit.row.row - b.unit.row.row || startOf(a) - startOf(b))
  const leaves = new Map<string, { path: string[]; choices: ChosenUnit[] }>()
  for (const choice of sorted) {
    const path = pathOf(choice.unit, shape, plan)
    const leaf = leaves.get(keyOfPath(path)) ?? { path, choices: [] }
    leaf.choices.push(choice)
    leaves.set(keyOfPath(path), leaf)
  }
  const nodes = new Map<string, Node>()
  for (const { path, choices } of leaves.values()) {
    for (const { path: whole, choices: own } of divideBySource(path, choices, plan.isHeadline)) {
      const statements = joinNeighbours(own).flatMap((group) => stateUnits(group, book, verify))
      if (statements.length === 0) continue
      for (let depth = 1; depth < whole.length; depth += 1) addNode(nodes, whole.slice(0, depth), [])
      addNode(nodes, whole, statements)
    }
  }
  const kept = outline === undefined ? [...nodes.values()] : editNodes(nodes, outline)
  const headings = numberHeadings(kept)
  return kept.map(({ key, statements }, i) => ({ key, heading: headings[i] ?? '', statements }))
}

/** Where in its sentence a unit begins. */
function startOf({ unit }: ChosenUnit): number {
  return unit.row.sentence.text.indexOf(unit.clauses[0]?.text ?? '')
}

function addNode(nodes: Map<string, Node>, path: readonly string[], statements: Node['statements']): void {
  const key = keyOfPath(path)
  if (nodes.has(key) && statements.length === 0) return
  nodes.set(key, { key, level: levelOf(path.length), heading: path.at(-1) ?? '', statements })
}

function levelOf(depth: number): HeadingLevel {
  return depth >= 3 ? 3 : depth === 2 ? 2 : 1
}

function editNodes(nodes: ReadonlyMap<string, Node>, outline: BriefOutline): Node[] {
  return outline.flatMap(({ key, heading }, at) => {
    const node = nodes.get(key)
    if (!node) return []
    // What stood over it and was taken out, or moved behind it, leaves it on its own.
    const above = outline.slice(0, at).filter((other) => nodes.has(other.key) && key.startsWith(keyOfPath([other.key, '']))).length
    return [{ ...node, level: levelOf(above + 1), heading: bareHeading(heading) || node.heading }]
  })
}

/** A long section by the headings that its sentences stand under; those that stand alone come last, or first where they are the main figures. */
function divideBySource(path: string[], choices: readonly ChosenUnit[], isHeadline: boolean): { path: string[]; choices: readonly ChosenUnit[] }[] {
  if (choices.length < MANY_UNITS || path.length >= 3) return [{ path, choices }]
  const groups = new Map<string, ChosenUnit[]>()
  for (const choice of choices) {
    const heading = sourceHeading(choice)
    groups.set(heading, [...(groups.get(heading) ?? []), choice])
  }
  const whole = [...groups].filter(([heading, own]) => heading !== '' && own.length > 1)
  const rest = choices.filter((choice) => !whole.some(([, own]) => own.includes(choice)))
  if (whole.length < 2 || rest.length * 2 > choices.length) return [{ path, choices }]
  const divided = whole.map(([heading, own]) => ({ path: [...path, heading], choices: own }))
  if (rest.length === 0) return divided
  return isHeadline ? [{ path: [...path, '总体情况'], choices: rest }, ...divided] : [...divided, { path: [...path, '其他方面'], choices: rest }]
}

/** The nearest heading below the paper's main parts that is short enough to be one here. */
function sourceHeading({ unit: { row } }: ChosenUnit): string {
  const { sections } = row.document.document
  const headings = sectionPath(sections, row.sentence.section).slice(1).toReversed()
  const bare = headings.map((heading) =>
    bareHeading(heading.replace(/\s+/g, '')).replace(/^[（(]?[一二三四五六七八九十\d]+[)）]|^[一二三四五六七八九十]+是(?:要)?|[。；，：!！]+$/g, ''),
  )
  return bare.find((heading) => heading.length >= 3 && heading.length <= MAX_HEADING_CHARS && !/[。；\d]/.test(heading)) ?? ''
}

/** Sentences that follow each other in the source are told in one breath up to this length. */
const MAX_JOINED_CHARS = 120

function joinNeighbours(choices: readonly ChosenUnit[]): ChosenUnit[][] {
  const groups: ChosenUnit[][] = []
  for (const choice of choices) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const length = (group ?? []).reduce((sum, { unit }) => sum + unit.text.length, choice.unit.text.length)
    const isNext =
      last !== undefined && choice.unit.row.row - last.unit.row.row <= 1 && last.unit.row.sentence.section === choice.unit.row.sentence.section
    if (group && isNext && length <= MAX_JOINED_CHARS) group.push(choice)
    else groups.push([choice])
  }
  return groups
}

/** The units of a group as one statement; each must be borne out by its own sentence. */
function stateUnits(group: readonly ChosenUnit[], book: CitationBook, verify: StatementVerifier): BriefSection['statements'] {
  const borne = group.filter(({ unit }) => {
    const { facets } = unit.row.sentence
    const quoted = { quote: unit.row.sentence.text, ...facets, title: unit.row.document.document.metadata.title }
    return verify({ text: unit.text, year: unit.year, place: unit.place }, [quoted]).verdict === 'supported'
  })
  if (borne.length === 0) return []
  const rows = borne.flatMap(({ unit, confirmedBy }) => [unit.row, ...confirmedBy.slice(0, MAX_CONFIRMING).map((other) => other.row)])
  return [
    { text: borne.map(({ unit }) => `${unit.text}。`).join(''), citations: [...new Set(rows.map((row) => book.cite(row)))], verdict: 'supported' },
  ]
}
