import type { Reporter, TestModule } from 'vitest/node'

const REASON_CHARS = 300

/**
 * Prints what failed, a line each, and `12 passed, 0 failed` as the last line of a run, `, 3 skipped` behind it where there are any. A file that
 * could not be run counts as one failure. The lines stand at the end because the end of a log is what is kept of it.
 */
export default class ClosingCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly { readonly message?: string }[]): void {
    const counts = { passed: 0, skipped: 0, pending: 0 }
    const failures = unhandledErrors.map(({ message }) => told('outside the tests', message))
    for (const module of modules) {
      const before = failures.length
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        if (state === 'failed') failures.push(told(`${module.relativeModuleId} > ${test.fullName}`, errors?.[0]?.message))
        else counts[state] += 1
      }
      if (module.state() === 'failed' && failures.length === before) failures.push(told(module.relativeModuleId, module.errors()[0]?.message))
    }
    const skipped = counts.skipped + counts.pending
    for (const failure of failures) process.stdout.write(`\n${failure}`)
    process.stdout.write(`\n${counts.passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  }
}

const told = (name: string, message: string | undefined): string => `FAILED ${name}: ${(message ?? '').replace(/\s+/g, ' ').slice(0, REASON_CHARS)}`
