import type { FactAttribute } from '../../ingest/facts/indicator-fact.ts'
import { comparableText } from '../../ingest/structure/shingles.ts'
import type { BriefUnit } from './brief-unit.ts'
import { pairsOf, sharedPairs, type ToldFacts } from './told-facts.ts'

/** A chosen unit and the sentences of the same wording or with the same figures that confirm it. */
export interface ChosenUnit {
  readonly unit: BriefUnit
  readonly confirmedBy: readonly BriefUnit[]
}

/** A unit without a figure counts as so many figures. */
const NO_FIGURE = 0.4
const MORE_FIGURES = 0.35
const MAX_FIGURES = 4
/** Each unit costs this much beside its characters, so that fragments do not win by being short. */
const BASE_CHARS = 26
/** Relevance counts by this power. */
const RELEVANCE_POWER = 1.8
/** A unit of a group of which n were chosen is worth 1 ÷ (1 + n × this). */
const SATURATION = 0.1

/**
 * Chooses what is told within `maxChars`: greedily by worth a character, each year, place and topic getting its share.
 *
 * @param options.weightOf what a unit's year, place and tense count, 0 to 1
 */
export function chooseUnits(
  units: readonly BriefUnit[],
  maxChars: number,
  options: {
    readonly weightOf: (unit: BriefUnit) => number
    /** Scopes of which something must be told where there is anything. */
    readonly wanted: readonly ((unit: BriefUnit) => boolean)[]
    readonly told: ToldFacts
  },
): ChosenUnit[] {
  const counts = new Map<string, number>()
  const open = mergeRepeats(units)
    .map((choice) => ({ choice, worth: worthOf(choice.unit) * options.weightOf(choice.unit) }))
    .filter(({ worth }) => worth > 0)
  const chosen: ChosenUnit[] = []
  let chars = 0
  const takeBest = (fits: (unit: BriefUnit) => boolean): boolean => {
    let best = -1
    let bestValue = 0
    for (const [i, { choice, worth }] of open.entries()) {
      const value = worth / (1 + SATURATION * (counts.get(groupOf(choice.unit)) ?? 0))
      if (value > bestValue && fits(choice.unit)) {
        best = i
        bestValue = value
      }
    }
    const [taken] = best < 0 ? [] : open.splice(best, 1)
    if (!taken) return false
    const unit = options.told.trim(taken.choice.unit)
    if (unit === null || chars + unit.text.length > maxChars) return true
    chars += unit.text.length
    chosen.push({ ...taken.choice, unit })
    options.told.add(unit)
    counts.set(groupOf(unit), (counts.get(groupOf(unit)) ?? 0) + 1)
    return true
  }
  for (const isWanted of options.wanted) {
    while (!chosen.some(({ unit }) => isWanted(unit)) && takeBest(isWanted));
  }
  while (takeBest(() => true));
  return chosen
}

/** What a figure says of a brief's subject: results and targets first, how many things next, the size of a single thing last. */
const FIGURE_WEIGHTS: Readonly<Partial<Record<FactAttribute, number>>> = { count: 0.9, spec: 0.6, base: 0.5, duration: 0.3 }

function worthOf({ relevance, facts, text }: BriefUnit): number {
  const weights = facts
    .map(({ attribute }) => FIGURE_WEIGHTS[attribute] ?? 1)
    .toSorted((a, b) => b - a)
    .slice(0, MAX_FIGURES)
  const figures = weights.reduce((sum, weight, i) => sum + weight * (i === 0 ? 1 : MORE_FIGURES), 0)
  return (relevance ** RELEVANCE_POWER * Math.max(NO_FIGURE, figures)) / (text.length + BASE_CHARS)
}

function groupOf({ topic, year, place, tense }: BriefUnit): string {
  return `${topic}/${year}/${place}/${tense}`
}

/** Units that tell the same are one: equal wording, or the same figures of the same year and place in much the same words. The most relevant one is told. */
function mergeRepeats(units: readonly BriefUnit[]): ChosenUnit[] {
  const kept: { unit: BriefUnit; confirmedBy: BriefUnit[]; pairs: ReadonlySet<string> }[] = []
  const bySignature = new Map<string, number[]>()
  for (const unit of units) {
    const pairs = pairsOf(unit.text)
    const keys = signatures(unit)
    const same = keys.flatMap((key) => bySignature.get(key) ?? []).find((i) => isRepeat(kept[i], unit, pairs))
    const found = same === undefined ? undefined : kept[same]
    if (found) {
      if (found.unit.row.row !== unit.row.row) found.confirmedBy.push(unit)
      continue
    }
    const at = kept.push({ unit, confirmedBy: [], pairs }) - 1
    for (const key of keys) bySignature.set(key, [...(bySignature.get(key) ?? []), at])
  }
  return kept
}

function signatures(unit: BriefUnit): string[] {
  const scope = `${unit.year}/${unit.place}`
  if (unit.facts.length === 0) return [`${scope}/${comparableText(unit.text).slice(0, 12)}`]
  return unit.facts.map(({ quantity }) => `${scope}/${quantity.value}/${quantity.baseUnit}`)
}

const REPEAT_SHARE = 0.55

function isRepeat(
  known: { readonly unit: BriefUnit; readonly pairs: ReadonlySet<string> } | undefined,
  unit: BriefUnit,
  pairs: ReadonlySet<string>,
): boolean {
  if (!known) return false
  const figures = new Set(known.unit.facts.map(({ quantity }) => `${quantity.value}/${quantity.baseUnit}`))
  if (!unit.facts.every(({ quantity }) => figures.has(`${quantity.value}/${quantity.baseUnit}`))) return false
  return sharedPairs(pairs, known.pairs) >= REPEAT_SHARE * Math.min(pairs.size, known.pairs.size)
}
