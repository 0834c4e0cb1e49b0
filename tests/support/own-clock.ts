import { setTimeout as wait } from 'node:timers/promises'
import { vi } from 'vitest'

const STEP_MS = 50
/** Of the machine's time for each step: the network gets its turns between two. */
const PAUSE_MS = 2

export interface OwnClock {
  /** Lets time pass until the work is over; before this it stands still. */
  passWith<T>(work: Promise<T>): Promise<T>
}

/**
 * Does a piece of a test on a clock that moves in small steps, and only where the test says so: a limit is then run into because it was reached, never because the
 * machine stood still for a while. Timers and performance.now() of the whole process keep that time meanwhile, those of scripted endpoints too.
 */
export async function byOwnClock<T>(piece: (clock: OwnClock) => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    return await piece({
      async passWith(work) {
        let isOver = false
        const over = () => {
          isOver = true
        }
        work.then(over, over)
        while (!isOver) {
          await vi.advanceTimersByTimeAsync(STEP_MS)
          await wait(PAUSE_MS)
        }
        return work
      },
    })
  } finally {
    vi.useRealTimers()
  }
}
