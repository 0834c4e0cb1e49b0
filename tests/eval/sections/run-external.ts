import { evaluateRecallSet, RECALL_SETS, type RecallSet } from '../external/recall-sets.ts'
import { evaluateRgbConflicts } from '../external/rgb-conflicts.ts'
import { evaluateRgbIntegration } from '../external/rgb-integration.ts'
import { evaluateRgb } from '../external/rgb-sentences.ts'
import type { EvalReport } from '../report/eval-report.ts'
import { openProgramParts } from '../run/program-parts.ts'
import type { EvalSection } from './eval-section.ts'

/** Public question sets that nobody here wrote: finding the passage, answering with one sentence, refusing. */
export const evaluateExternal: EvalSection = async () => {
  const parts = await openProgramParts()
  try {
    let report: EvalReport = {}
    for (const name of Object.keys(RECALL_SETS) as RecallSet[]) report = { ...report, ...(await evaluateRecallSet(name, parts)) }
    return { ...report, ...(await evaluateRgb(parts)), ...(await evaluateRgbIntegration(parts)), ...(await evaluateRgbConflicts(parts)) }
  } finally {
    await parts.close()
  }
}
