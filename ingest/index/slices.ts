import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long a slice of work may hold the event loop. */
const SLICE_MS = 3

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
