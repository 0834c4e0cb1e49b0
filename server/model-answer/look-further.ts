import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { AnswerStep } from '../contract/events.ts'
import type { ChatModel } from '../model/chat-model.ts'
import type { Researcher, ResearchQuestion } from './researcher.ts'
import { lineOf, type ModelEvidence } from './select-evidence.ts'

/** Then asking without tools is of no use either. */
const ENDPOINT_IS_DOWN = new Set(['model_unreachable', 'model_unauthorized'])

export interface FurtherLook {
  /** All that the model was shown. */
  readonly evidence: readonly ModelEvidence[]
  /** The model, which has said its first reply already: it is given again to whoever asks first. */
  readonly model: ChatModel
  readonly steps: readonly string[]
}

/**
 * Has the model look things up before it answers.
 *
 * @returns null where that failed, for a reason that `note` is told in Chinese; an abort is thrown
 */
export async function lookFurther(
  { researcher, model, note }: { readonly researcher: Researcher; readonly model: ChatModel; readonly note: (text: string) => void },
  question: ResearchQuestion,
  onStep: (step: AnswerStep) => void,
  signal: AbortSignal,
): Promise<FurtherLook | null> {
  try {
    const { reply, evidence, steps } = await researcher.research(question, onStep, signal)
    return {
      evidence: evidence.map((row, index) => ({ number: index + 1, row, line: lineOf(row, index + 1) })),
      model: sayFirst(reply, model),
      steps,
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof CodedError) || ENDPOINT_IS_DOWN.has(error.code)) throw error
    note(`没有进一步查找，只用一次检索到的资料作答：${error.message}`)
    return null
  }
}

/** A model whose first reply is known; what is asked for after it is asked of the model itself. */
function sayFirst(reply: string, model: ChatModel): ChatModel {
  let isSaid = false
  return {
    name: model.name,
    async *stream(request, signal) {
      if (isSaid) {
        yield* model.stream(request, signal)
        return
      }
      isSaid = true
      yield reply
    },
  }
}
