import type { LibrarySnapshot } from '../ingest/index/library-snapshot.ts'

/** Something that is worked out of a snapshot before it is asked for. It works in slices of a few milliseconds and gives up when the signal is aborted. */
export interface WarmUpPart {
  prepare(snapshot: LibrarySnapshot, signal: AbortSignal): Promise<void>
}

/** Works out behind the answers what the first question and the first brief would else wait for. */
export interface WarmUp {
  /** Begins with this generation; work on the one before it is given up. */
  begin(snapshot: LibrarySnapshot): void
  /** Gives up what is at work. Resolves once nothing is; nothing begins any more. */
  stop(): Promise<void>
}

/** @param parts prepared one after the other, in this order; one that fails is told of and left to who needs it */
export function createWarmUp(parts: readonly WarmUpPart[], onUnexpected: (error: unknown) => void): WarmUp {
  let current: AbortController | null = null
  let running: Promise<void> = Promise.resolve()
  let isStopped = false

  const warm = async (snapshot: LibrarySnapshot, signal: AbortSignal): Promise<void> => {
    for (const part of parts) {
      if (signal.aborted) return
      try {
        await part.prepare(snapshot, signal)
      } catch (error) {
        onUnexpected(error)
      }
    }
  }

  return {
    begin(snapshot) {
      if (isStopped) return
      current?.abort()
      const controller = new AbortController()
      current = controller
      running = running.then(() => warm(snapshot, controller.signal))
    },
    async stop() {
      isStopped = true
      current?.abort()
      await running
    },
  }
}
