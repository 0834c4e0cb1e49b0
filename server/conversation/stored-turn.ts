import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { TurnRecord } from '../../ingest/library/library-store.ts'
import type { TurnMemory } from '../answer/context/answer-engine.ts'
import type { ChatAnswer } from '../contract/chat.ts'
import type { ChatEvent } from '../contract/events.ts'

/** What is kept of a turn in the store's one JSON column: enough to show it, to go on from it, and to send its events again byte for byte. */
export interface StoredTurn {
  readonly answer: ChatAnswer
  readonly memory: TurnMemory
  /** The answer's text in the pieces in which it was sent. */
  readonly deltas: readonly string[]
  /** All events before the closing ones, where there were others than the text's. */
  readonly events?: readonly ChatEvent[]
}

// The envelope is checked, its contents are not: they were written by this program, and a turn of an older version must still open.
const Envelope = Type.Object({
  answer: Type.Object({ turnId: Type.String(), citations: Type.Array(Type.Unknown()) }),
  memory: Type.Object({ understood: Type.Unknown(), slots: Type.Optional(Type.Unknown()) }),
  deltas: Type.Array(Type.String()),
  events: Type.Optional(Type.Array(Type.Object({ event: Type.String(), data: Type.Unknown() }))),
})
type Envelope = Static<typeof Envelope>

function isStoredTurn(value: unknown): value is StoredTurn & Envelope {
  return Value.Check(Envelope, value)
}

/** Undefined where the record does not hold a turn of this form. */
export function readStoredTurn(record: TurnRecord): StoredTurn | undefined {
  return isStoredTurn(record.answer) ? record.answer : undefined
}
