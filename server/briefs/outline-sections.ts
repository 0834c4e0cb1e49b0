import type { CitationBook } from '../answer/citations.ts'
import type { StatementVerifier } from '../answer/verify-statement.ts'
import type { BriefSection } from '../contract/briefs.ts'
import { scopeName } from './brief-scope.ts'
import type { ChosenUnit } from './choose-units.ts'
import type { BriefPlan } from './read-request.ts'

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八']
/** Other sentences with the same figures that are cited beside the one that is quoted. */
const MAX_CONFIRMING = 2

/** The body of a brief by the customs of official papers: a section for each place, year and tense, the main place first; in it the topics in the order of the request. What fails the verifier is left out. */
export function outlineSections(chosen: readonly ChosenUnit[], plan: BriefPlan, book: CitationBook, verify: StatementVerifier): BriefSection[] {
  const groups = new Map<string, ChosenUnit[]>()
  for (const choice of chosen) {
    const key = scopeName(choice.unit)
    groups.set(key, [...(groups.get(key) ?? []), choice])
  }
  const named = plan.places.map(({ name }) => name)
  const rank = (place: string | null): number => (place === null ? 99 : named.includes(place) ? named.indexOf(place) : 50)
  const ordered = [...groups].toSorted(([, [a]], [, [b]]) => {
    if (!a || !b) return 0
    return (
      rank(a.unit.place) - rank(b.unit.place) ||
      (a.unit.place ?? '').localeCompare(b.unit.place ?? '', 'zh') ||
      (a.unit.year ?? 9999) - (b.unit.year ?? 9999) ||
      (a.unit.tense ?? 'z').localeCompare(b.unit.tense ?? 'z')
    )
  })
  const sections: BriefSection[] = []
  for (const [name, choices] of ordered) {
    const told = choices.toSorted((a, b) => a.unit.topic - b.unit.topic || a.unit.row.row - b.unit.row.row)
    const statements = joinNeighbours(told).flatMap((group) => stateUnits(group, book, verify))
    if (statements.length > 0)
      sections.push({ heading: `${NUMERALS[sections.length] ?? sections.length + 1}、${name === '' ? '其他' : name}`, statements })
  }
  return sections
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
