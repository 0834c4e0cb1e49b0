import type { LibrarySnapshot } from './library-snapshot.ts'
import { createSlices } from './slices.ts'

/** Something that is worked out of a snapshot once and kept as long as the snapshot is. */
export interface KeptBySnapshot<T> {
  /** The result; what is missing of it is worked out before this returns. */
  of(snapshot: LibrarySnapshot): T
  /**
   * Works it out in slices, so that other requests are served between them. Who needs the result meanwhile takes it with `of`, which goes on where the slices
   * have got to.
   *
   * @returns once the result is there, or the signal is aborted
   */
  prepare(snapshot: LibrarySnapshot, signal?: AbortSignal): Promise<void>
}

/** Work that may be interrupted at each `yield`; the value it returns is the result. */
export type SteppedWork<T> = Generator<undefined, T>

/** @param work begins the work on a snapshot; between two of its steps no more than a few milliseconds should go by */
export function keepBySnapshot<T>(work: (snapshot: LibrarySnapshot) => SteppedWork<T>): KeptBySnapshot<T> {
  const made = new WeakMap<LibrarySnapshot, { readonly value: T }>()
  const begun = new WeakMap<LibrarySnapshot, SteppedWork<T>>()

  /** Does one step of what is left. @returns the result where it is whole */
  const step = (snapshot: LibrarySnapshot): { readonly value: T } | null => {
    const known = made.get(snapshot)
    if (known) return known
    const steps = begun.get(snapshot) ?? work(snapshot)
    begun.set(snapshot, steps)
    try {
      const next = steps.next()
      if (next.done !== true) return null
      const result = { value: next.value }
      made.set(snapshot, result)
      begun.delete(snapshot)
      return result
    } catch (error) {
      // A generator that threw is over: the next one who asks begins anew.
      begun.delete(snapshot)
      throw error
    }
  }

  return {
    of(snapshot) {
      for (;;) {
        const result = step(snapshot)
        if (result) return result.value
      }
    },
    async prepare(snapshot, signal) {
      const slices = createSlices()
      while (signal?.aborted !== true && step(snapshot) === null) await slices.rest()
    },
  }
}

/** Does all steps at once. */
export function finishSteps<T>(steps: SteppedWork<T>): T {
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
  }
}
