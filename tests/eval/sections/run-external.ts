import { evaluateRecallSet } from '../external/recall-sets.ts'
import { evaluateRgbConflicts } from '../external/rgb-conflicts.ts'
import { evaluateRgbIntegration } from '../external/rgb-integration.ts'
import { evaluateRgb } from '../external/rgb-sentences.ts'
import { openProgramParts } from '../run/program-parts.ts'
import type { EvalSection } from './eval-section.ts'

/** Public question sets that nobody here wrote: finding the passage, answering with one sentence, refusing. */
export const evaluateExternal: EvalSection = async () => {
  const parts = await openProgramParts()
  try {
    return {
      ...(await evaluateRecallSet('dureader_robust_dev', parts)),
      ...(await evaluateRecallSet('cmrc2018_dev', parts)),
      ...(await evaluateRgb(parts)),
      ...(await evaluateRgbIntegration(parts)),
      ...(await evaluateRgbConflicts(parts)),
    }
  } finally {
    await parts.close()
  }
}

/** Everyday questions against every article of law: many minutes of encoding. */
export const evaluateLaws: EvalSection = async () => {
  const parts = await openProgramParts()
  try {
    return await evaluateRecallSet('stard_laws_dev', parts)
  } finally {
    await parts.close()
  }
}
