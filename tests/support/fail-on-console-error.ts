import { afterEach, beforeEach, vi } from 'vitest'

// An error that only reaches the console is an error that nobody handles: the test that caused it fails.
let spy: ReturnType<typeof vi.spyOn> | undefined
beforeEach(() => {
  spy = vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    throw new Error(`unexpected console.error: ${parts.map(String).join(' ')}`)
  })
})
afterEach(() => {
  spy?.mockRestore()
})
