import type { EvalReport } from '../report/eval-report.ts'
import type { FailureLog } from '../report/failure-log.ts'

export interface EvalContext {
  /** Only questions of this category. */
  readonly category: string | null
  readonly failures: FailureLog
}

/** Runs one part of the evaluation. What cannot run for want of data prints one line and is absent from the report. */
export type EvalSection = (context: EvalContext) => Promise<EvalReport>
