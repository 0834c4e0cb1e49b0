/** How long typing must pause before it counts. */
export const TYPING_MS = 250

/**
 * Asks once the typing has paused.
 *
 * @returns for an effect to clean up with: what has not been asked is not asked any more, what has is not heard
 */
export function lookUpAfterTyping<T>(ask: () => Promise<T>, onFound: (found: T) => void, onFailed: (error: unknown) => void): () => void {
  let current = true
  const timer = setTimeout(() => {
    ask().then(
      (found) => current && onFound(found),
      (error: unknown) => current && onFailed(error),
    )
  }, TYPING_MS)
  return () => {
    current = false
    clearTimeout(timer)
  }
}
