import { heldPlaces } from '../../../ingest/index/held-places.ts'
import type { AskedPlace, Intent } from '../../understand/intent.ts'
import { comparesYears } from '../../understand/question-kind.ts'
import type { AnswerContext, Scope } from '../context/answer-context.ts'

/** More are not set side by side. */
export const MAX_SIDES = 8

/** Where no place is asked for and none contains the others, each place of the library is a side of its own: one would else speak for all. */
export function spreadOverPlaces({ intent, knowledge, snapshot }: AnswerContext, sides: readonly Scope[]): readonly Scope[] {
  const own = heldPlaces(snapshot)
  const isOpen = intent.places.length === 0 && intent.documentIds.length === 0 && knowledge.widestPlace === null
  if (!isOpen || own.length < 2 || own.length * sides.length > MAX_SIDES) return sides
  return sides.flatMap((side) => own.map((place) => ({ ...side, places: [place] })))
}

/** Whether a question sets the years side by side without naming any: 哪一年最高. */
export function asksWhichYear({ asked, years }: Pick<Intent, 'asked' | 'years'>): boolean {
  return years.length === 0 && comparesYears(asked)
}

/** The years that papers are of and those that they look back upon, where these are few. */
function yearsTold({ knowledge }: AnswerContext): number[] {
  const years = [...new Set([...knowledge.documentYears].flatMap((year) => [year - 1, year]))].toSorted((a, b) => a - b)
  return years.length <= MAX_SIDES ? years : []
}

/** Years and places as the question pairs them: 某区2024年…全市2025年 are two sides; otherwise every year with every place. */
export function sidesOf(context: AnswerContext): Scope[] {
  const { intent } = context
  const asked = asksWhichYear(intent) ? yearsTold(context) : intent.years
  const years = [...asked].toSorted((a, b) => position(intent.asked, [`${a}`]) - position(intent.asked, [`${b}`]))
  const places = intent.places.toSorted((a, b) => position(intent.asked, namesOf(a)) - position(intent.asked, namesOf(b)))
  if (years.length === places.length && years.length > 1 && areInterleaved(intent.asked, years, places)) {
    return years.map((year, i) => ({ years: [year], places: [places[i]?.name ?? ''] }))
  }
  const yearSides = years.length > 0 ? years.toSorted((a, b) => a - b).map((year) => [year]) : [[]]
  const placeSides = places.length > 0 ? places.map((place) => [place.name]) : [[]]
  return yearSides.flatMap((yearSide) => placeSides.map((placeSide) => ({ years: yearSide, places: placeSide })))
}

/** 某区2024年…全市2025年: each year stands with its place; 某省和某省2024年…2025年 asks for all years of all places. */
function areInterleaved(asked: string, years: readonly number[], places: readonly AskedPlace[]): boolean {
  const of = (at: readonly number[]): [number, number] => [Math.min(...at), Math.max(...at)]
  const [firstYear, lastYear] = of(years.map((year) => position(asked, [`${year}`])))
  const [firstPlace, lastPlace] = of(places.map((place) => position(asked, namesOf(place))))
  return lastPlace > firstYear && lastYear > firstPlace
}

function namesOf(place: AskedPlace): string[] {
  return [place.name, place.name.slice(0, 2), `全${place.name.at(-1) ?? ''}`, `我${place.name.at(-1) ?? ''}`]
}

function position(text: string, names: readonly string[]): number {
  const found = names.map((name) => text.indexOf(name)).filter((at) => at >= 0)
  return found.length > 0 ? Math.min(...found) : text.length
}
