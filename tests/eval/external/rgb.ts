import { join } from 'node:path'
import { readJsonl } from '../questions/read-jsonl.ts'
import { mean, percent } from '../report/statistics.ts'
import { unpackExternal } from '../shared-data.ts'

/**
 * RGB (retrieval-augmented generation benchmark, Chinese part) for a program that answers in sentences of the documents.
 * noise 0.8: of the five candidate documents of a question one holds the answer; the program names one sentence.
 * noise 1: none does; the program has to say so.
 */
export const RGB_NOISE = 'zh_refine_0.8'
export const RGB_UNANSWERABLE = 'zh_refine_1'

/** One question with its candidate documents. A wanted answer may have several spellings. */
export interface RgbCase {
  readonly query: string
  readonly answers: readonly (readonly string[])[]
  readonly docs: readonly string[]
}

/** The sentence that the program chose among a case's documents, and how sure it is that it answers: any measure, higher is surer. `text` is empty where it refused by itself. */
export interface ChosenSentence {
  readonly text: string
  readonly coverage: number
}

interface RgbLine {
  readonly query: string
  readonly answer: readonly (string | readonly string[])[]
  readonly docs: readonly string[]
}

/** Reads one file of the protocol as RGB's own script builds it. Null where the data is missing. */
export function readRgb(name: string): RgbCase[] | null {
  const archive = unpackExternal('rgb_protocol')
  if (archive === null) return null
  try {
    const lines = readJsonl<RgbLine>(join(archive.folder, `${name}.jsonl`))
    return lines.map(({ query, answer, docs }) => ({ query, docs, answers: answer.map((one) => [one].flat()) }))
  } finally {
    archive.remove()
  }
}

/** RGB's rule: every wanted answer stands in the text, in one of its spellings, letter case aside. */
export function isRightSentence(wanted: RgbCase, sentence: string): boolean {
  const text = sentence.toLowerCase()
  return wanted.answers.every((spellings) => spellings.some((spelling) => text.includes(spelling.toLowerCase())))
}

/**
 * The share of unanswerable questions that are refused when the threshold on coverage refuses at most `maxFalse` (0 to 1) of the answerable ones.
 * A question is refused below the threshold.
 */
export function refusalAt(
  maxFalse: number,
  answerable: readonly number[],
  unanswerable: readonly number[],
): { rate: number | null; threshold: number } {
  const sorted = [...answerable].sort((a, b) => a - b)
  const threshold = sorted[Math.floor(maxFalse * sorted.length)] ?? Number.POSITIVE_INFINITY
  return { rate: mean(unanswerable.map((coverage) => Number(coverage < threshold))), threshold }
}

/** Percent right with one sentence. */
export function measureRight(cases: readonly RgbCase[], chosen: readonly (ChosenSentence | null)[]): number | null {
  return percent(mean(cases.map((one, index) => Number(isRightSentence(one, chosen[index]?.text ?? '')))))
}
