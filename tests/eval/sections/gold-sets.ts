import { join } from 'node:path'
import type { GoldQuestion } from '../questions/question.ts'
import { readJsonl } from '../questions/read-jsonl.ts'
import { repositoryRoot } from '../shared-data.ts'

/**
 * The committed question sets. Each round was written by people who had not seen the program's code nor the rounds before it, and was asked once before any of its failures was read:
 * `firstRun` is full, in percent, of that one run, the only honest estimate for questions that nobody has. Since then each is a development set.
 */
export const GOLD_SETS = [
  { name: 'other-governments', firstRun: null },
  { name: 'second-round', firstRun: 75.0 },
  { name: 'third-round', firstRun: 83.8 },
  { name: 'fourth-round', firstRun: 80.6 },
  { name: 'fifth-round', firstRun: 67.8 },
  { name: 'sixth-round', firstRun: 75.9 },
  { name: 'seventh-round', firstRun: 78.3 },
  { name: 'eighth-round', firstRun: 85.0 },
  { name: 'ninth-round', firstRun: 85.6 },
] as const

export type GoldSetName = (typeof GOLD_SETS)[number]['name']

export function readGoldSet(name: GoldSetName): GoldQuestion[] {
  return readJsonl<GoldQuestion>(join(goldFolder(), `${name}.jsonl`))
}

export function goldFolder(): string {
  return join(repositoryRoot(), 'tests', 'eval', 'gold')
}
