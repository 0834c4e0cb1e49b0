import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['ingest/**/*.test.ts', 'server/**/*.test.ts', 'web/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    setupFiles: ['tests/support/assert-loopback.ts', 'tests/support/fail-on-console-error.ts'],
    reporters: ['default', './tests/support/closing-count.ts'],
    // Only what would never end runs into these: on a busy machine a test takes many times as long.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    // Several suites start the whole program, each with about 900 MB at its peak: more at once would measure the machine, not the program.
    maxWorkers: 2,
  },
})
