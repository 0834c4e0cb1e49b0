import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { comparableText, standsIn } from '../answer/verify/verify-text.ts'
import { isSuspect } from '../model-answer/distrust.ts'
import type { JudgedStatement } from '../model-answer/judge-statement.ts'
import { keepsStatement } from '../model-answer/keeps-statement.ts'
import type { BaseStatement, MergedStatement } from '../model-answer/merge-statements.ts'

export interface MergedSection {
  readonly statements: readonly MergedStatement[]
  /** Statements of the model that it uses. */
  readonly written: number
  /** Statements of the model that were replaced or left out. */
  readonly failed: number
}

/**
 * A section in the model's order and words, as far as they stand up to the sources. Every extractive statement that they do not say in full is told as it is: in the
 * place of the model's words on the same sentences that failed, else at the end. So no figure is lost.
 *
 * @param places whose names must not be lost either
 */
export function mergeSection(base: readonly BaseStatement[], judged: readonly JudgedStatement[], places: readonly string[]): MergedSection {
  // What rests on words spoken to a model is told in the originals' words only.
  const supported = judged.filter(({ verdict, rows }) => verdict === 'supported' && !rows.some(isSuspect))
  const carriers = base.map((own) => carriersOf(own, supported, places))
  const carrying = new Set(carriers.flat())
  const statements: MergedStatement[] = []
  const told = new Set<BaseStatement>()
  let failed = 0
  for (const judgement of judged) {
    if (judgement.verdict !== 'supported') {
      failed += 1
      const own = base.find((one, i) => carriers[i]?.length === 0 && !told.has(one) && sharesRow(one.rows, judgement.rows))
      if (own === undefined) continue
      told.add(own)
      statements.push({ text: own.statement.text, rows: own.rows, base: own, replaces: judgement })
    } else if (carrying.has(judgement) || (supported.includes(judgement) && isLead(judgement, base, carriers))) {
      statements.push({ text: judgement.text, rows: judgement.rows, base: null })
    }
  }
  for (const [i, own] of base.entries()) {
    if (carriers[i]?.length === 0 && !told.has(own)) statements.push({ text: own.statement.text, rows: own.rows, base: own })
  }
  return { statements, written: statements.filter(({ base: own }) => own === null).length, failed }
}

/** The model's statements on a base statement's sentences that say, one of them or all together, what it says; none where something is missing. */
function carriersOf(
  { statement, rows }: BaseStatement,
  supported: readonly JudgedStatement[],
  places: readonly string[],
): readonly JudgedStatement[] {
  const onSame = supported.filter((candidate) => sharesRow(candidate.rows, rows))
  const alone = onSame.find(({ text }) => keepsStatement(statement.text, text, places))
  if (alone) return [alone]
  const together = onSame.map(({ text }) => text).join('\n')
  return onSame.length > 1 && keepsStatement(statement.text, together, places) ? onSame : []
}

/** A sentence that sums up what others carry: not a piece of one of them, and not half of what is told as it is. */
function isLead({ text, rows }: JudgedStatement, base: readonly BaseStatement[], carriers: readonly (readonly JudgedStatement[])[]): boolean {
  const said = comparableText(text)
  if (/[0-9]/.test(said) || rows.some(({ sentence }) => standsIn(said, comparableText(sentence.text)))) return false
  return base.every((own, i) => (carriers[i]?.length ?? 0) > 0 || !sharesRow(own.rows, rows))
}

function sharesRow(a: readonly SentenceRow[], b: readonly SentenceRow[]): boolean {
  return a.some((row) => b.includes(row))
}
