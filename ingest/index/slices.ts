import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long a slice of work may hold the event loop. A question waits behind one at each of its steps: for its request, for the encoder, for its reply. */
const SLICE_MS = 1

/** Cuts long work into slices. */
export interface Slices {
  /** Lets others work when this slice is over; returns at once while it is not. */
  rest(): Promise<void> | undefined
}

export function createSlices(sliceMs = SLICE_MS): Slices {
  let end = performance.now() + sliceMs
  return {
    rest() {
      if (performance.now() < end) return undefined
      return nextTurn().then(() => {
        end = performance.now() + sliceMs
      })
    },
  }
}
