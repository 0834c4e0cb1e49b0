import type { ErrorBody } from '../../contract/errors.ts'
import type { ChatEvent } from '../../contract/events.ts'
import type { TurnLog } from '../../conversation/turn-log.ts'
import type { BareEvent, EventSource } from '../../http/event-stream.ts'
import { type CompletionHead, extrasOf, usageOf, viewHead } from './completion-view.ts'
import { openAiErrorBody } from './openai-error.ts'

/**
 * The events of a turn as chunks of a streamed completion: the role first, then the text as it comes, then one delta with the citations and what else the answer has
 * and finish_reason, the usage where it was asked for, and [DONE]. A failure on the way is one event with `error`.
 */
export function completionEventSource(log: TurnLog, head: CompletionHead, includeUsage: boolean): EventSource {
  const pending: BareEvent[] = [chunk({ role: 'assistant', content: '' })]
  let read = 0
  let sent = ''

  function chunk(delta: object, finishReason: 'stop' | null = null): BareEvent {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason: finishReason }]
    return asText({ ...viewHead(head), object: 'chat.completion.chunk', choices, ...(includeUsage ? { usage: null } : {}) })
  }

  function translate(event: ChatEvent): readonly BareEvent[] {
    switch (event.event) {
      case 'answer-delta':
        sent += event.data.text
        return [chunk({ content: event.data.text })]
      case 'answer-error':
        return [errorEvent(event.data)]
      case 'answer-end': {
        const { data } = event
        // The whole text has the last word; a reader who joined other pieces finds it here.
        const whole = sent === data.answer ? {} : { answer: data.answer }
        const last = chunk({ citations: data.citations, youju: { ...extrasOf(data), ...whole } }, 'stop')
        const usage = asText({ ...viewHead(head), object: 'chat.completion.chunk', choices: [], usage: usageOf(head, data) })
        return [last, ...(includeUsage ? [usage] : []), { text: '[DONE]' }]
      }
      default:
        return []
    }
  }

  return {
    take() {
      while (pending.length === 0) {
        const event = log.events[read]
        if (event === undefined) return undefined
        read += 1
        pending.push(...translate(event))
      }
      return pending.shift()
    },
    ended: () => log.ended && read >= log.events.length && pending.length === 0,
    watch: (listener) => log.watch(listener),
  }
}

/** The last event for a reader whose answer could not be brought to an end before the server stops. */
export function completionStoppedEvent(): BareEvent {
  return errorEvent({ error: { code: 'server_stopping', message: '服务器正在停止，回答没有传完。请等服务器重新启动后再问。' } })
}

function errorEvent({ error }: ErrorBody): BareEvent {
  return asText(openAiErrorBody({ code: error.code, message: error.message, details: error.details ?? {} }).body)
}

function asText(value: unknown): BareEvent {
  return { text: JSON.stringify(value) }
}
