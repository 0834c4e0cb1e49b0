import { createFactExtractor } from '../../../ingest/facts/extract-facts.ts'
import { createIndicatorGrouping } from '../../../ingest/facts/group-indicators.ts'
import { createStatementVerifier } from '../../../server/answer/verify/verify-statement.ts'
import type { Share } from './measure-facts.ts'
import { MUTATION_KINDS, MUTATIONS, type MutationKind } from './mutate.ts'
import { rewordSentence, type TrueStatement } from './reword.ts'
import { readRewordings } from './rewordings.ts'
import { type LibrarySentence, readLibrarySentences, readSeedTexts } from './seed-sentences.ts'
import { createSeededRandom } from './seeded-random.ts'

export interface MutationReport {
  readonly seed: number
  /** True statements, verbatim and reworded. */
  readonly statements: number
  /** Changed statements that were not called supported. */
  readonly caught: Readonly<Record<MutationKind, Share>>
  /** True statements that were not called supported, by wording. */
  readonly falseAlarms: Readonly<Record<TrueStatement['wording'] | 'all', Share>>
  readonly microsecondsEach: number
  /** One line a failure. */
  readonly failures: readonly string[]
}

const SEED = 20_250_117

/** True statements from the sentences with figures or negations, verified as they are and after each kind of change. */
export function measureMutations(sentences: readonly LibrarySentence[] = readLibrarySentences(readSeedTexts()), seed = SEED): MutationReport {
  const random = createSeededRandom(seed)
  const verify = createStatementVerifier(createIndicatorGrouping())
  const statements = [...trueStatements(sentences), ...readRewordings(sentences)]
  const failures: string[] = []
  const alarms = new Map<string, [number, number]>()
  const caught = new Map<string, [number, number]>()
  let verified = 0
  const began = performance.now()
  for (const statement of statements) {
    const cited = [statement.source.cited]
    const plain = verify({ text: statement.text }, cited)
    verified++
    for (const key of ['all', statement.wording]) count(alarms, key, plain.verdict !== 'supported')
    if (plain.verdict !== 'supported')
      failures.push(`false alarm (${statement.wording}): ${statement.text} — ${plain.problems.map(({ message }) => message).join('；')}`)
    for (const kind of MUTATION_KINDS) {
      const changed = MUTATIONS[kind](statement, random)
      if (changed === null || changed === statement.text) continue
      const { verdict } = verify({ text: changed }, cited)
      verified++
      count(caught, kind, verdict !== 'supported')
      if (verdict === 'supported') failures.push(`missed (${kind}): ${changed} ← ${statement.source.cited.quote}`)
    }
  }
  const elapsedMs = performance.now() - began
  return {
    seed,
    statements: statements.length,
    caught: shares(caught, MUTATION_KINDS),
    falseAlarms: shares(alarms, ['all', 'verbatim', 'dated-clause', 'plain', 'reordered', 'reformatted', 'by-hand'] as const),
    microsecondsEach: (elapsedMs * 1000) / Math.max(1, verified),
    failures,
  }
}

function trueStatements(sentences: readonly LibrarySentence[]): TrueStatement[] {
  const extract = createFactExtractor()
  return sentences.flatMap((source) => {
    const { text, role, facets } = source.sentence
    if (role !== 'body' && role !== 'item') return []
    const facts = extract({ text, facets, leadIn: source.leadIn })
    if (facts.length > 0) return rewordSentence(source, facts)
    return /没有|不|未/.test(text) ? [{ text, wording: 'verbatim' as const, source }] : []
  })
}

function count(counts: Map<string, [number, number]>, key: string, hit: boolean): void {
  const [hits, of] = counts.get(key) ?? [0, 0]
  counts.set(key, [hits + (hit ? 1 : 0), of + 1])
}

function shares<K extends string>(counts: ReadonlyMap<string, [number, number]>, keys: readonly K[]): Record<K, Share> {
  return Object.fromEntries(
    keys.map((key) => {
      const [right, of] = counts.get(key) ?? [0, 0]
      return [key, { right, of }]
    }),
  ) as Record<K, Share>
}
