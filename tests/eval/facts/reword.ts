import type { IndicatorFact } from '../../../ingest/facts/indicator-fact.ts'
import type { LibrarySentence } from './seed-sentences.ts'

/** A true statement about a cited sentence. */
export interface TrueStatement {
  readonly text: string
  readonly wording: 'verbatim' | 'dated-clause' | 'plain' | 'reordered' | 'reformatted' | 'by-hand'
  readonly source: LibrarySentence
}

/** True statements in other words: the clause with year and place in front, a plain sentence, clauses in another order, figures in another notation. */
export function rewordSentence(source: LibrarySentence, facts: readonly IndicatorFact[]): TrueStatement[] {
  const { text } = source.sentence
  const statements: TrueStatement[] = [{ text, wording: 'verbatim', source }]
  const clauses = distinctClauses(text, facts)
  for (const fact of facts) {
    const clause = text.slice(fact.clause.start, fact.clause.end)
    if (startsWithSubject(fact, clause)) statements.push({ text: `${when(source, fact)}${clause}。`, wording: 'dated-clause', source })
    const plain = plainSentence(source, fact)
    if (plain) statements.push({ text: plain, wording: 'plain', source })
  }
  const named = clauses.filter(({ fact, clause }) => startsWithSubject(fact, clause))
  if (named.length >= 2)
    statements.push({
      text: `${[...named]
        .reverse()
        .map(({ clause }) => clause)
        .join('；')}。`,
      wording: 'reordered',
      source,
    })
  statements.push({ text: reformat(text), wording: 'reformatted', source })
  return statements
}

interface ClauseOfFact {
  readonly fact: IndicatorFact
  readonly clause: string
}

function distinctClauses(text: string, facts: readonly IndicatorFact[]): ClauseOfFact[] {
  const seen = new Set<number>()
  return facts.flatMap((fact) => {
    if (seen.has(fact.clause.start)) return []
    seen.add(fact.clause.start)
    return [{ fact, clause: text.slice(fact.clause.start, fact.clause.end) }]
  })
}

/** A clause that carries its subject over from the one before cannot stand alone. */
function startsWithSubject(fact: IndicatorFact, clause: string): boolean {
  const compact = clause.replaceAll(/\s/g, '')
  return fact.indicatorText.length >= 3 && compact.includes(fact.indicatorText.slice(0, 3)) && !/^(?:其中|分别|并|且)/.test(compact)
}

function when(source: LibrarySentence, fact: IndicatorFact): string {
  const { year, place } = source.cited
  return `${fact.year === null || fact.year !== year ? '' : `${fact.year}年，`}${place ?? ''}`
}

function plainSentence(source: LibrarySentence, fact: IndicatorFact): string | null {
  const { quantity, indicatorText } = fact
  if (indicatorText.length < 3 || quantity.kind === 'rank') return null
  const printed = source.sentence.text.slice(quantity.range.start, quantity.range.end).replaceAll(/\s/g, '')
  const start = when(source, fact)
  if (fact.attribute === 'growth') return `${start}${indicatorText}${fact.direction === 'down' ? '下降' : '增长'}${printed}。`
  if (fact.attribute === 'level' || fact.attribute === 'rate' || fact.attribute === 'share') {
    return `${start}${indicatorText}为${/^(?:突破|超|不|近|约)/.test(printed) ? printed.replace(/^[^0-9]+/, '') : printed}。`
  }
  return null
}

/** Full-width digits in the first figure, thousands commas in long ones, blanks around units, another punctuation. */
export function reformat(text: string): string {
  return text
    .replaceAll(/(?<![0-9.,〔])([0-9]{1,3})([0-9]{3})(?![0-9.年〕])(?=\s?(?:[户人个家万亿亩公元]))/g, '$1,$2')
    .replaceAll(/([0-9])(%|亿元|万亩|万人)/g, '$1 $2')
    .replaceAll(/(?<![0-9]),(?![0-9])/g, '，')
}
