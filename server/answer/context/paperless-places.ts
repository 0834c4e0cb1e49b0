import { shortPlaceName } from '../../understand/gazetteer.ts'
import { areaNamedAfter } from '../sentences/told-of.ts'
import type { AnswerContext } from './answer-context.ts'

/** A place that no paper of the library is about, by the names that papers of wider places give it. */
export interface PaperlessPlace {
  readonly name: string
  readonly names: readonly string[]
}

/** Those of some places, by name, that no paper of the library is about; none where one of them has papers. */
export function paperlessAmong({ intent }: Pick<AnswerContext, 'intent'>, places: readonly string[]): PaperlessPlace[] {
  const own = intent.places.filter(({ name }) => places.includes(name))
  const lack = own.filter(({ standing, documents }) => standing !== 'held' && documents === undefined)
  return lack.length < own.length ? [] : lack.map(({ name }) => ({ name, names: namesOf(name, intent.asked) }))
}

/** The place by its names; the area called after it where that is what the question asks about. */
function namesOf(name: string, asked: string): string[] {
  const short = shortPlaceName(name)
  const at = asked.indexOf(short)
  const area = at < 0 ? '' : areaNamedAfter(asked, at + short.length)
  return area === '' ? [...new Set([name, short])] : [`${short}${area}`]
}

/** Those of the question. */
export function paperlessPlaces(context: Pick<AnswerContext, 'intent'>): PaperlessPlace[] {
  return paperlessAmong(
    context,
    context.intent.places.map(({ name }) => name),
  )
}
