import type { Figures } from '../eval/report/eval-report.ts'
import { percentile, roundTo } from '../eval/report/statistics.ts'

/** One question that the bench answers. What cannot run for want of data prints one line and gives no rows. */
export interface Benchmark {
  readonly name: string
  run(): Promise<Figures>
}

/** A row of figures: n and the percentiles of single runs in milliseconds. */
export function summarizeTimes(times: readonly number[]): Record<string, number | null> {
  const at = (share: number): number | null => {
    const value = percentile(times, share)
    return value === null ? null : roundTo(value, 3)
  }
  return { n: times.length, p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99), max_ms: at(1) }
}

/** Runs `work` once for each item, in order, and returns how long each took in milliseconds. The first `warmUp` items run once before, untimed. */
export async function timeEach<T>(items: readonly T[], work: (item: T) => unknown, warmUp = 5): Promise<number[]> {
  for (const item of items.slice(0, warmUp)) await work(item)
  const times: number[] = []
  for (const item of items) {
    const started = performance.now()
    await work(item)
    times.push(performance.now() - started)
  }
  return times
}

/** Runs `work` again and again for at least `minMs` and returns how much of it was done a second: `amount` is what one run does. */
export async function throughput(amount: number, work: () => unknown, minMs = 3_000): Promise<{ n: number; perSecond: number }> {
  await work()
  const started = performance.now()
  let runs = 0
  while (performance.now() - started < minMs) {
    await work()
    runs += 1
  }
  return { n: runs, perSecond: Math.round((amount * runs * 1000) / (performance.now() - started)) }
}
