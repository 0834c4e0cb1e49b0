import type { Reporter, TestModule } from 'vitest/node'

/** Prints `12 passed, 0 failed` as the last line of a run, `, 3 skipped` behind it where there are any. A file that could not be run counts as one failure. */
export default class ClosingCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      let failed = 0
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        counts[state] += 1
        if (state === 'failed') failed += 1
      }
      if (module.state() === 'failed' && failed === 0) counts.failed += 1
    }
    const skipped = counts.skipped + counts.pending
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  }
}
