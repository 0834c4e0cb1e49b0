import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['ingest/**/*.test.ts', 'server/**/*.test.ts', 'web/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    setupFiles: ['tests/support/assert-loopback.ts', 'tests/support/fail-on-console-error.ts'],
    reporters: ['default', './tests/support/closing-count.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A browser on a busy machine needs more than the second that is the default.
    expect: { poll: { timeout: 15_000 } },
    pool: 'forks',
    // Several suites start the whole program, each with about 900 MB at its peak: more at once would measure the machine, not the program.
    maxWorkers: 2,
  },
})
