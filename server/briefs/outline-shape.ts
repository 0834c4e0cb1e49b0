import type { SentenceTense } from '../../ingest/corpus/sentence.ts'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { BriefUnit } from './brief-unit.ts'
import { isGlossary } from './is-telling.ts'
import type { BriefPlan } from './read-request.ts'

export type Dimension = 'place' | 'topic' | 'period'

/** By what a brief is divided, outermost first. */
export type OutlineShape = readonly Dimension[]

/** So many places stand inside the topics and years instead of around them. */
const MANY_PLACES = 4
/** Below so many units a section, topics are not told apart. */
const MIN_UNITS = 1.6

/** Divides by what there are several of: places, then topics, then years with plans apart from results. */
export function shapeOutline(units: readonly BriefUnit[], plan: BriefPlan): OutlineShape {
  const count = (dimension: Dimension): number => new Set(units.map((unit) => labelOf(unit, dimension, plan))).size
  const order: readonly Dimension[] = count('place') >= MANY_PLACES ? ['topic', 'period', 'place'] : ['place', 'topic', 'period']
  const several = order.filter((dimension) => count(dimension) > 1 && (dimension !== 'topic' || !plan.isHeadline))
  const leaves = new Set(units.map((unit) => pathOf(unit, several, plan).join('/'))).size
  const shape = several.length === 3 && units.length < MIN_UNITS * leaves ? several.filter((dimension) => dimension !== 'topic') : several
  return shape.length > 0 ? shape : ['period']
}

/** The headings over a unit, outermost first, without numbers. */
export function pathOf(unit: BriefUnit, shape: OutlineShape, plan: BriefPlan): string[] {
  return shape.map((dimension) => labelOf(unit, dimension, plan))
}

/** Names a section for good: the same request over the same library has the same keys. */
export function keyOfPath(path: readonly string[]): string {
  return path.join('›')
}

/** Sorts units by the places and topics of the request, then by year, results before plans. */
export function compareUnits(a: BriefUnit, b: BriefUnit, shape: OutlineShape, plan: BriefPlan): number {
  for (const dimension of shape) {
    const order =
      dimension === 'place'
        ? placeRank(a.place, plan) - placeRank(b.place, plan) || (a.place ?? '').localeCompare(b.place ?? '', 'zh')
        : dimension === 'topic'
          ? a.topic - b.topic
          : periodRank(a) - periodRank(b)
    if (order !== 0) return order
  }
  return 0
}

function labelOf(unit: BriefUnit, dimension: Dimension, plan: BriefPlan): string {
  if (dimension === 'place') return unit.place ?? '其他地区'
  if (dimension === 'period') return periodName(unit)
  const topic = plan.topics[unit.topic] ?? ''
  return plan.aspects.length > 0 && !plan.aspects.includes(topic) ? '总体情况' : topic
}

function placeRank(place: string | null, plan: BriefPlan): number {
  const named = plan.places.findIndex(({ name }) => name === place)
  return named >= 0 ? named : place === null ? 99 : 50
}

function periodRank(unit: BriefUnit): number {
  if (isGlossary(unit.row.document.document.sections, unit.row.sentence.section)) return Number.MAX_SAFE_INTEGER
  const tense = tenseOf(unit)
  return (unit.year ?? 9_999) * 3 + (tense === 'actual' ? 0 : tense === 'target' ? 1 : 2)
}

function periodName(unit: BriefUnit): string {
  if (isGlossary(unit.row.document.document.sections, unit.row.sentence.section)) return '名词解释'
  const tense = tenseOf(unit)
  const name = tense === 'actual' ? '完成情况' : tense === 'target' ? '目标任务' : '有关情况'
  return unit.year === null ? name : `${unit.year}年${name}`
}

/** Where neither figure nor sentence says it, the part of the paper does. */
export function tenseOf({ tense, row }: Pick<BriefUnit, 'tense' | 'row'>): SentenceTense | null {
  if (tense !== null) return tense
  const part = partOf(row)
  return part === 'plan' ? 'target' : part === 'review' ? 'actual' : null
}

function partOf({ document, sentence }: SentenceRow): string | null {
  const sections = document.document.sections
  for (let section = sections[sentence.section]; section; section = section.parent === null ? undefined : sections[section.parent]) {
    if (section.part !== null) return section.part
  }
  return null
}
