import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { createIndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import { createSnapshotReadings, type SnapshotReadings } from '../answer/cite/snapshot-readings.ts'
import type { BriefComposer } from '../briefs/brief-composer.ts'
import type { BriefBody, BriefSection } from '../contract/briefs.ts'
import type { ChatModel } from '../model/chat-model.ts'
import { withinTotal } from '../model/within-total.ts'
import type { BaseStatement } from '../model-answer/merge-statements.ts'
import { createViewKeeper, type SnapshotView } from '../model-answer/snapshot-view.ts'
import { baseOf, mapRows, type RowNumbers, sectionOf } from './section-statements.ts'
import { writeSection } from './write-section.ts'

export interface ModelBriefLimits {
  /** For all sections together, and for one; milliseconds. */
  readonly totalMs: number
  readonly sectionMs: number
  /** Sections that are asked for at the same time. */
  readonly atOnce: number
}

export const MODEL_BRIEF_LIMITS: ModelBriefLimits = { totalMs: 120_000, sectionMs: 60_000, atOnce: 2 }

/** After one of these there is no use in asking for the next section. */
const ENDPOINT_IS_DOWN = new Set(['model_unreachable', 'model_unauthorized', 'model_overloaded'])
/** A section of fewer statements is told as it is. */
const MIN_STATEMENTS = 2

export interface ModelBriefParts<C extends BriefComposer> {
  /** Composes first, and stands in section by section wherever the model does not help. */
  readonly extractive: C
  readonly model: ChatModel
  /** Shared with the extractive composer, so that both read a library once. */
  readonly readings?: SnapshotReadings
  /** Gets what was not foreseen, for the log. */
  readonly onUnexpected: (error: unknown) => void
  readonly limits?: Partial<ModelBriefLimits>
}

/** The extractive composer with a model that writes its sections' prose. Outline, tables, conflicts, gaps and citations stay as they are. */
export function createModelBriefComposer<C extends BriefComposer>(parts: ModelBriefParts<C>): C {
  const { extractive, model, readings = createSnapshotReadings() } = parts
  const limits = { ...MODEL_BRIEF_LIMITS, ...parts.limits }
  const views = createViewKeeper(createIndicatorGrouping(), readings)
  return {
    ...extractive,
    async compose(snapshot, request, signal) {
      const brief = await extractive.compose(snapshot, request, signal)
      if (request.mode === 'extractive') return brief
      const view = views.of(snapshot)
      const run = { brief, view, rows: mapRows(brief, view.rowOf), model, limits, signal, onUnexpected: parts.onUnexpected }
      return withinTotal(limits.totalMs, undefined, (overdue) => writeBrief({ ...run, overdue }))
    },
  }
}

interface BriefRun {
  readonly brief: BriefBody
  readonly view: SnapshotView
  readonly rows: RowNumbers
  readonly model: ChatModel
  readonly limits: ModelBriefLimits
  readonly overdue: AbortSignal
  readonly signal: AbortSignal | undefined
  readonly onUnexpected: (error: unknown) => void
}

async function writeBrief(run: BriefRun): Promise<BriefBody> {
  const { brief, model, limits } = run
  const sections: BriefSection[] = [...brief.sections]
  const notes: string[] = []
  const open = brief.sections.entries()
  let failure: CodedError | null = null
  let written = 0
  const work = async (): Promise<void> => {
    for (const [index, section] of open) {
      if (failure !== null) return
      const base = baseOf(section, run.rows)
      if (base.length < MIN_STATEMENTS) continue
      try {
        const outcome = await writeOne(section, base, run)
        if (outcome.section !== null) {
          sections[index] = outcome.section
          written += 1
        }
        notes.push(...outcome.notes.map((note) => `“${section.heading}”一节${note}`))
      } catch (error) {
        run.signal?.throwIfAborted()
        const told = tellFailure(error, run.onUnexpected)
        if (run.overdue.aborted || ENDPOINT_IS_DOWN.has(told.code)) failure = told
        else notes.push(`“${section.heading}”一节没有用语言模型，按原文摘句写成。${told.message}`)
      }
    }
  }
  await Promise.all(Array.from({ length: limits.atOnce }, work))
  if (failure !== null) notes.push(noteOf(failure, written))
  return { ...brief, sections, mode: written > 0 ? 'llm' : 'extractive', model: model.name, ...(notes.length > 0 ? { notes } : {}) }
}

function noteOf({ message }: CodedError, written: number): string {
  return `语言模型${written > 0 ? '只写了一部分，其余各节' : '没有用上，各节'}按原文摘句写成。${message}`
}

async function writeOne(
  section: BriefSection,
  base: readonly BaseStatement[],
  run: BriefRun,
): Promise<{ readonly section: BriefSection | null; readonly notes: readonly string[] }> {
  const { brief, view, rows, model, limits, overdue, signal } = run
  const ended = signal ? AbortSignal.any([overdue, signal]) : overdue
  const merged = await withinTotal(limits.sectionMs, ended, (inTime) => writeSection({ request: brief.request, base, view, model, signal: inTime }))
  if (merged === null) return { section: null, notes: ['按原文摘句写成：语言模型写的没有通过核对，或不如原文完整。'] }
  const notes = merged.failed > 0 ? [`有 ${merged.failed} 句语言模型写的与原文不符，已换成原文或略去。`] : []
  return { section: sectionOf(section, merged, rows), notes }
}

function tellFailure(error: unknown, onUnexpected: (error: unknown) => void): CodedError {
  if (error instanceof CodedError) return error
  onUnexpected(error)
  return new CodedError('model_failed', '出了没有预料到的错误，已记入服务器日志。')
}
