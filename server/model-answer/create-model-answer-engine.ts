import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { createIndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { createSnapshotReadings, type SnapshotReadings } from '../answer/cite/snapshot-readings.ts'
import type { AnswerEngine, AnswerListener, AnswerRequest, ComposedAnswer, TurnMemory } from '../answer/context/answer-engine.ts'
import type { ChatModel } from '../model/chat-model.ts'
import { withinTotal } from '../model/within-total.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { createFence } from './fence-evidence.ts'
import { MODEL_ANSWER_LIMITS, type ModelAnswerLimits } from './model-answer-limits.ts'
import type { Researcher } from './researcher.ts'
import { isAskedFor, mayRewrite, rewriteQuestion } from './rewrite-question.ts'
import { createViewKeeper } from './snapshot-view.ts'
import { createStepReporter } from './step-reporter.ts'
import { writeAnswer } from './write-answer.ts'

export interface ModelAnswerParts {
  /** Answers first, and stands in wherever the model does not help. */
  readonly extractive: AnswerEngine
  readonly model: ChatModel
  readonly retriever: Retriever
  /** Shared with the extractive engine, so that both read a library once. */
  readonly readings?: SnapshotReadings
  /** Gets what was not foreseen, for the log. */
  readonly onUnexpected: (error: unknown) => void
  readonly limits?: Partial<ModelAnswerLimits>
  /** Looks things up for questions that one search does not answer; left out where the endpoint has no tools. */
  readonly researcher?: Researcher
}

interface Answered {
  readonly answer: ComposedAnswer
  readonly memory: TurnMemory
}

/**
 * The extractive engine with a language model beside it. The model may only help: its statements take the place of quoted ones where they say the same and every check
 * agrees; what the library does not answer it does not answer either; and whatever goes wrong with it, the extractive answer stands, with a note that says why.
 */
export function createModelAnswerEngine(parts: ModelAnswerParts): AnswerEngine {
  const { extractive, model, retriever, readings = createSnapshotReadings() } = parts
  const limits = { ...MODEL_ANSWER_LIMITS, ...parts.limits }
  const views = createViewKeeper(createIndicatorGrouping(), readings)

  /** The extractive answer; where its search found nothing, the one to the question in other words, if that is an answer to what was asked. */
  async function answerExtractively(
    snapshot: LibrarySnapshot,
    request: AnswerRequest,
    base: Answered,
    step: ReturnType<typeof createStepReporter>,
    signal: AbortSignal,
  ): Promise<Answered> {
    const { understood } = base.answer
    const done = step.begin('换成书面说法再检索')
    try {
      const rewritten = await rewriteQuestion(model, retriever, understood, signal)
      if (rewritten === null) return base
      step.rename(`换成书面说法再检索“${rewritten}”`)
      const again = await extractive.answer(snapshot, { ...request, question: rewritten }, undefined, signal)
      if (!(await isAskedFor(retriever, understood, again.answer))) return base
      const notes = [...(again.answer.notes ?? []), `问题按书面说法“${rewritten}”检索。`]
      return { answer: { ...again.answer, question: request.question, understood, notes }, memory: { ...again.memory, understood } }
    } finally {
      done()
    }
  }

  async function answerWithModel(snapshot: LibrarySnapshot, request: AnswerRequest, base: Answered, listener: AnswerListener, signal: AbortSignal) {
    const step = createStepReporter(listener.onStep)
    step.begin(`检索“${base.answer.understood.question}”`)()
    const found = mayRewrite(base.answer) ? await answerExtractively(snapshot, request, base, step, signal) : base
    if (found.answer.outcome === 'abstained') return { ...found, answer: { ...found.answer, model: model.name, steps: step.labels() } }
    const written = await writeAnswer(
      {
        snapshot,
        retriever,
        model,
        limits,
        view: views.of(snapshot),
        fence: createFence(),
        onStatement: (statement) => listener.onStatement?.(statement),
        signal,
        researcher: parts.researcher,
        onStep: step.relay(),
      },
      found.answer,
      found.memory,
    )
    return { memory: found.memory, answer: { ...written, model: model.name, steps: step.labels() } }
  }

  return {
    async answer(snapshot, request, listener = {}, signal) {
      if (request.mode === 'extractive') return extractive.answer(snapshot, request, listener, signal)
      const base = await extractive.answer(snapshot, request, { onUnderstood: (understood) => listener.onUnderstood?.(understood) }, signal)
      let answered: Answered
      try {
        answered = await withinTotal(limits.totalMs, signal, (both) => answerWithModel(snapshot, request, base, listener, both))
      } catch (error) {
        signal?.throwIfAborted()
        answered = { ...base, answer: withFailure(base.answer, model.name, error, parts.onUnexpected) }
      }
      for (const text of piecesOf(answered.answer.answer)) listener.onDelta?.(text)
      return answered
    },
    examples: (snapshot, count) => extractive.examples(snapshot, count),
  }
}

/** The extractive answer with a note that says why the model had no part in it. */
function withFailure(answer: ComposedAnswer, name: string, error: unknown, onUnexpected: (error: unknown) => void): ComposedAnswer {
  if (!(error instanceof CodedError)) onUnexpected(error)
  const why = error instanceof CodedError ? error.message : '出了没有预料到的错误，已记入服务器日志。请稍后再试；仍然不行时请告诉管理员。'
  return { ...answer, model: name, notes: [...(answer.notes ?? []), `语言模型没有用上，这次按原文摘句作答。${why}`] }
}

/** Line by line, as the reader gets it. */
function piecesOf(text: string): string[] {
  return text.match(/[^\n]*\n+|[^\n]+/g) ?? []
}
