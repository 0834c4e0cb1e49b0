import { randomBytes } from 'node:crypto'
import { cleanForPrompt, defuse } from './clean-for-prompt.ts'

/** One sentence of the library as a model reads it. */
export interface EvidenceLine {
  /** By which the model names it, and only within this prompt: E1, E2, … */
  readonly handle: string
  readonly title: string
  readonly sectionPath: readonly string[]
  /** What the sentence is about, not when it was written. */
  readonly year: number | null
  readonly place: string | null
  readonly tense: 'target' | 'actual' | null
  readonly text: string
}

/** A border that nobody who wrote a document could know: drawn anew for every request. */
export interface Fence {
  readonly marker: string
  /** The border's first and last line, for rules that speak of them. */
  readonly begin: string
  readonly end: string
}

const MARKER_BYTES = 9

/** @param random bytes that cannot be foreseen; other sources are for tests */
export function createFence(random: (size: number) => Uint8Array = randomBytes): Fence {
  const marker = `资料${Buffer.from(random(MARKER_BYTES)).toString('hex')}`
  return { marker, begin: `<<<${marker}`, end: `${marker}>>>` }
}

/** Whatever the lines hold, the borders stand exactly once each: lines are defused before, which turns angle brackets into full-width ones; the marker is taken out. */
function fenceLines(lines: readonly string[], fence: Fence): string {
  return [fence.begin, ...lines.map((line) => line.replaceAll(/[\r\n]+/g, ' ').replaceAll(fence.marker, '')), fence.end].join('\n')
}

/** Free text of the library (what a tool found, a section) between the borders, each line defused. */
export function fenceText(text: string, fence: Fence): string {
  return fenceLines(
    text
      .split('\n')
      .map(defuse)
      .filter((line) => line !== ''),
    fence,
  )
}

/** Numbered evidence between the borders: `[E1] 《title》 section › subsection｜2025年｜place｜目标：text`. */
export function fenceEvidence(lines: readonly EvidenceLine[], fence: Fence): string {
  return fenceLines(lines.map(evidenceLine), fence)
}

const TENSE_NAMES = { target: '目标', actual: '完成' } as const

/** One line as it stands inside the fence; only the handle's brackets are this program's. */
export function evidenceLine({ handle, title, sectionPath, year, place, tense, text }: EvidenceLine): string {
  const about = [
    [`《${defuse(title)}》`, sectionPath.map(defuse).join('›')].filter((part) => part !== '').join(''),
    ...(year === null ? [] : [`${year}年`]),
    ...(place === null ? [] : [defuse(place)]),
    ...(tense === null ? [] : [TENSE_NAMES[tense]]),
  ]
  return `[${cleanForPrompt(handle)}] ${about.join('｜')}：${defuse(text)}`
}
