import { expect } from 'vitest'

/** What quadratic work would exceed many times over, on whatever machine. */
const QUICK_MS = 1_000
const TIMES = 4

/** Milliseconds of the processor's time, not of the clock: what else the machine does is left out. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Asserts that work on a long text takes time in proportion to its length. Where the machine is slow, the ratio tells: four times the text is no sixteen times the
 * work.
 *
 * @param make a text of about so many characters
 */
export function expectInProportion(chars: number, make: (chars: number) => string, work: (text: string) => unknown): void {
  const long = make(chars)
  const fourTimes = cpuMs(() => work(long))
  if (fourTimes < QUICK_MS) return
  const short = make(Math.floor(chars / TIMES))
  const once = Math.min(...Array.from({ length: 3 }, () => cpuMs(() => work(short))))
  expect(
    Math.min(
      fourTimes,
      cpuMs(() => work(long)),
    ),
  ).toBeLessThan(2.5 * TIMES * once)
}
