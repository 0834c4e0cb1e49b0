import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import type { Statement } from '../contract/chat.ts'
import { isSuspect } from './distrust.ts'
import type { JudgedStatement } from './judge-statement.ts'
import { keepsStatement } from './keeps-statement.ts'

/** A statement of the extractive answer and the sentences that it cites. */
export interface BaseStatement {
  readonly statement: Statement
  readonly rows: readonly SentenceRow[]
}

/** A statement of the answer to be. */
export interface MergedStatement {
  readonly text: string
  readonly rows: readonly SentenceRow[]
  /** The extractive statement as it is; null where the model wrote it. */
  readonly base: BaseStatement | null
  /** The model's statement whose place it takes, because that one did not stand up to the sources. */
  readonly replaces?: JudgedStatement
}

export interface Merged {
  readonly statements: readonly MergedStatement[]
  /** Statements of the model that the answer uses. */
  readonly written: number
  /** Statements of the model that did not stand up to the sources and whose place no sentence of the original takes. */
  readonly dropped: number
}

export interface MergeOptions {
  readonly places: readonly string[]
  /** May verified statements stay that say more than the extractive answer does? Only where prose is asked for. */
  readonly mayAdd: boolean
  /** Characters of all statements together, at most. */
  readonly maxChars: number
}

/** How much longer than the extractive statements that it keeps a statement of the model may be. */
const MAX_GROWTH = 2
const SPARE_CHARS = 30

/**
 * The model's verified statements in place of the extractive ones that they say in full; every other extractive statement as it is, so that nothing is lost. A
 * statement of the model that says less than an extractive one gives way to it.
 */
export function mergeStatements(base: readonly BaseStatement[], judged: readonly JudgedStatement[], options: MergeOptions): Merged {
  // What rests on words spoken to a model is told in the original's words only.
  const supported = judged
    .filter(({ verdict, rows }) => verdict === 'supported' && !rows.some(isSuspect))
    .filter(({ text }) => options.mayAdd || isToThePoint(text, base, options.places))
  const keepers = base.map(({ statement, rows }) => {
    const onSame = supported.filter((candidate) => rows.every((row) => candidate.rows.includes(row)))
    const alone = onSame.filter(({ text }) => keepsStatement(statement.text, text, options.places)).slice(0, 1)
    if (alone.length > 0 || onSame.length < 2) return alone
    return keepsStatement(statement.text, onSame.map(({ text }) => text).join('\n'), options.places) ? onSame : []
  })
  const failed = judged.filter(({ verdict }) => verdict !== 'supported')
  const replaced = new Set<JudgedStatement>()
  const used = new Set<JudgedStatement>()
  const statements: MergedStatement[] = []
  for (const [index, kept] of keepers.entries()) {
    const own = base[index]
    if (own === undefined) continue
    if (kept.length > 0) {
      for (const writing of kept) {
        if (used.has(writing)) continue
        used.add(writing)
        statements.push({ text: writing.text, rows: writing.rows, base: null })
      }
      continue
    }
    const wrong = failed.find((candidate) => !replaced.has(candidate) && candidate.rows.some((row) => own.rows.includes(row)))
    if (wrong) replaced.add(wrong)
    statements.push({
      text: own.statement.text,
      rows: own.rows,
      base: own,
      ...(wrong ? { replaces: wrong } : {}),
    })
  }
  if (options.mayAdd) addFurther(statements, supported, used, options.maxChars)
  return { statements, written: used.size, dropped: failed.length - replaced.size }
}

/** A whole paragraph copied for the one figure in it answers more than was asked. Text that keeps no statement is another matter. */
function isToThePoint(text: string, base: readonly BaseStatement[], places: readonly string[]): boolean {
  const kept = base.filter(({ statement }) => keepsStatement(statement.text, text, places))
  const chars = kept.reduce((sum, { statement }) => sum + statement.text.length, 0)
  return kept.length === 0 || text.length <= MAX_GROWTH * chars + SPARE_CHARS
}

/** Statements on sentences that the answer does not cite yet, as far as there is room. */
function addFurther(statements: MergedStatement[], supported: readonly JudgedStatement[], used: Set<JudgedStatement>, maxChars: number): void {
  let chars = statements.reduce((sum, { text }) => sum + text.length, 0)
  for (const candidate of supported) {
    if (used.has(candidate) || candidate.rows.some((row) => statements.some(({ rows }) => rows.includes(row)))) continue
    if (chars + candidate.text.length > maxChars) return
    chars += candidate.text.length
    used.add(candidate)
    statements.push({ text: candidate.text, rows: candidate.rows, base: null })
  }
}
