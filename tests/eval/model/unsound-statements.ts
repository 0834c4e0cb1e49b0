import type { Citation, Statement } from '../../../server/contract/chat.ts'
import { squash } from '../judging/squash.ts'

const NUMBER = /[0-9]+(?:\.[0-9]+)?/g

interface Cited {
  readonly statements: readonly Statement[]
  readonly citations: readonly Citation[]
}

/**
 * Statements marked supported whose numbers, years or places do not stand in what they cite. Compares characters only and knows nothing of the verifier: a number
 * must be one of the quote's, its title's, its headings' or its year; a place that the library knows must be named there or be the citation's own.
 */
export function unsoundStatements({ statements, citations }: Cited, places: readonly string[]): string[] {
  return statements
    .filter(({ verdict }) => verdict === 'supported')
    .filter(({ text, citations: numbers }) => {
      const cited = citations.filter(({ n }) => numbers.includes(n))
      const sources = plain(
        cited
          .map(({ quote, title, sectionPath, year, place }) => [quote, title, ...sectionPath, `${year ?? ''}年`, place ?? ''].join('\n'))
          .join('\n'),
      )
      const held = new Set(sources.match(NUMBER) ?? [])
      const said = plain(text)
      const strangeNumber = (said.match(NUMBER) ?? []).some((number) => !held.has(number))
      const strangePlace = places.some((place) => said.includes(place) && !sources.includes(place))
      return strangeNumber || strangePlace || cited.length === 0
    })
    .map(({ text }) => text)
}

function plain(text: string): string {
  return squash(text).replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, '')
}
