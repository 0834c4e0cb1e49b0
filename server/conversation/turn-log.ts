import type { ChatEvent } from '../contract/events.ts'

/** The events of one turn as they come about; readers follow it each at its own pace, and nothing is held per reader. */
export interface TurnLog {
  readonly turnId: string
  /** Grows until `ended`. */
  readonly events: readonly ChatEvent[]
  readonly ended: boolean
  /** Calls `listener` after each new event. The function returned leaves; the last reader to leave an unended turn stops its work. */
  watch(listener: () => void): () => void
}

export interface WritableTurnLog extends TurnLog {
  append(...events: readonly ChatEvent[]): void
}

/**
 * @param onAbandoned called when the last reader left before the end
 * @param before events that readers of an earlier log of this turn may have: the numbers of further ones follow theirs
 */
export function createTurnLog(turnId: string, onAbandoned: () => void, before: readonly ChatEvent[] = []): WritableTurnLog {
  const events: ChatEvent[] = [...before]
  const listeners = new Set<() => void>()
  let ended = false
  return {
    turnId,
    events,
    get ended() {
      return ended
    },
    append(...added) {
      if (ended) return
      events.push(...added)
      const last = added.at(-1)
      ended = last?.event === 'answer-end' || last?.event === 'answer-error'
      for (const listener of [...listeners]) listener()
    },
    watch(listener) {
      // Each watch is its own entry, also where the same function watches twice.
      const entry = () => listener()
      listeners.add(entry)
      return () => {
        if (listeners.delete(entry) && listeners.size === 0 && !ended) onAbandoned()
      }
    },
  }
}

/** A log that was written long ago: whole from the start. */
export function finishedTurnLog(turnId: string, events: readonly ChatEvent[]): TurnLog {
  return { turnId, events, ended: true, watch: () => () => undefined }
}
