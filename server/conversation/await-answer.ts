import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { ChatAnswer } from '../contract/chat.ts'
import type { TurnLog } from './turn-log.ts'

/**
 * The answer of a turn when it is there. An abort leaves the turn, which stops its work where nobody else reads it.
 *
 * @throws {CodedError} what the turn ended with; the signal's reason when it is aborted
 */
export async function awaitAnswer(log: TurnLog, signal: AbortSignal): Promise<ChatAnswer> {
  await new Promise<void>((resolve, reject) => {
    const leave = log.watch(check)
    const onAbort = () => {
      leave()
      reject(signal.reason)
    }
    function check(): void {
      if (!log.ended) return
      signal.removeEventListener('abort', onAbort)
      leave()
      resolve()
    }
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()
    else check()
  })
  const last = log.events.at(-1)
  if (last?.event === 'answer-end') return last.data
  if (last?.event === 'answer-error') throw new CodedError(last.data.error.code, last.data.error.message, last.data.error.details)
  throw new Error(`Turn ${log.turnId} ended without a final event`)
}
