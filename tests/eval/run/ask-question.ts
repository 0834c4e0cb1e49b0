import type { ChatAnswer } from '../../../server/contract/chat.ts'

/** An answer and how long its last turn took over HTTP. */
export interface TimedAnswer {
  readonly answer: ChatAnswer
  readonly ms: number
}

async function postQuestion(base: string, question: string, conversationId: string | undefined): Promise<TimedAnswer> {
  const started = performance.now()
  const response = await fetch(`${base}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(conversationId === undefined ? { question } : { question, conversationId }),
  })
  const body = await response.text()
  if (!response.ok) throw new Error(`/api/chat answered ${response.status}: ${body.slice(0, 200)}`)
  return { answer: JSON.parse(body) as ChatAnswer, ms: performance.now() - started }
}

/**
 * Asks the turns one after the other in a conversation of their own and returns the last answer.
 *
 * @throws {Error} when the server does not answer 2xx
 */
export async function askTurns(base: string, turns: readonly string[]): Promise<TimedAnswer> {
  let last: TimedAnswer | undefined
  for (const question of turns) last = await postQuestion(base, question, last?.answer.conversationId)
  if (last === undefined) throw new Error('Cannot ask a question without turns')
  return last
}
