import { parseArgs } from 'node:util'

/** Parts of the evaluation, in the order in which they run. */
export const PARTS = ['seeds', 'other', 'retrieval', 'external', 'encoders', 'laws', 'facts', 'model'] as const
export type Part = (typeof PARTS)[number]
/** Encoding 60,450 articles of law takes many minutes, and a model is somewhere else or slow: only when asked for. */
const SLOW_PARTS: ReadonlySet<Part> = new Set(['laws', 'model'])

export interface EvalOptions {
  readonly parts: readonly Part[]
  /** Only questions of this category; the report is then not written. */
  readonly category: string | null
  readonly writeReport: boolean
}

export const USAGE = `npm run eval -- [--only ${PARTS.join('|')}[,…]] [--category NAME] [--write-report]`

function isPart(value: string): value is Part {
  return (PARTS as readonly string[]).includes(value)
}

/**
 * Reads the command line.
 *
 * @throws {Error} with the usage when an option or a part is unknown
 */
export function parseOptions(args: readonly string[]): EvalOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, category: { type: 'string' }, 'write-report': { type: 'boolean', default: false } },
  })
  const named = values.only?.split(',') ?? PARTS.filter((part) => !SLOW_PARTS.has(part))
  const unknown = named.filter((name) => !isPart(name))
  if (unknown.length > 0) throw new Error(`Cannot evaluate "${unknown.join(', ')}": no such part\n${USAGE}`)
  const category = values.category ?? null
  if (category !== null && values['write-report']) throw new Error(`Cannot write a report of one category only\n${USAGE}`)
  return { parts: PARTS.filter((part) => named.includes(part)), category, writeReport: values['write-report'] }
}
