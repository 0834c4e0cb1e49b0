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
    const statements = choices
      .toSorted((a, b) => a.unit.topic - b.unit.topic || a.unit.row.row - b.unit.row.row)
      .flatMap((choice) => stateUnit(choice, book, verify))
    if (statements.length > 0)
      sections.push({ heading: `${NUMERALS[sections.length] ?? sections.length + 1}、${name === '' ? '其他' : name}`, statements })
  }
  return sections
}

function stateUnit({ unit, confirmedBy }: ChosenUnit, book: CitationBook, verify: StatementVerifier): BriefSection['statements'] {
  const { facets } = unit.row.sentence
  const quoted = { quote: unit.row.sentence.text, ...facets, title: unit.row.document.document.metadata.title }
  const { verdict } = verify({ text: unit.text, year: unit.year, place: unit.place }, [quoted])
  if (verdict !== 'supported') return []
  const rows = [unit.row, ...confirmedBy.slice(0, MAX_CONFIRMING).map((other) => other.row)]
  return [{ text: `${unit.text}。`, citations: [...new Set(rows.map((row) => book.cite(row)))], verdict }]
}
