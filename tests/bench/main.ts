import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type EvalReport, readReport, writeReport } from '../eval/report/eval-report.ts'
import { formatFigures } from '../eval/report/format-figures.ts'
import { repositoryRoot } from '../eval/shared-data.ts'
import { analyzerSpeed } from './analyzer-speed.ts'
import type { Benchmark } from './benchmark.ts'
import { briefs } from './briefs.ts'
import { embedderSpeed } from './embedder-speed.ts'
import { questionsOnGovScale } from './questions-on-gov-scale.ts'
import { questionsOnSeeds } from './questions-on-seeds.ts'
import { vectorSearch } from './vector-search.ts'

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  analyzer: analyzerSpeed,
  encoder: embedderSpeed,
  vectors: vectorSearch,
  seeds: questionsOnSeeds,
  'gov-scale': questionsOnGovScale,
  briefs,
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const wanted = values.only?.split(',') ?? Object.keys(BENCHMARKS)
  const machine = { processors: availableParallelism(), 'load before': Math.round(10 * (loadavg()[0] ?? 0)) / 10 }
  console.log(`${machine.processors} processors, load ${machine['load before']} before the first run: above 0.5 the times are too long`)
  let report: EvalReport = {}
  for (const key of wanted) {
    const benchmark = BENCHMARKS[key]
    if (benchmark === undefined) throw new Error(`Cannot run "${key}": the benchmarks are ${Object.keys(BENCHMARKS).join(', ')}`)
    const figures = await benchmark.run()
    if (Object.keys(figures).length === 0) continue
    console.log(`\n${formatFigures(benchmark.name, figures)}`)
    report = { ...report, [key]: { figures: { ...figures, machine } } }
  }
  const path = join(repositoryRoot(), 'tests', 'bench', 'report.json')
  writeReport(path, readReport(path), report)
  console.log('\nWritten: tests/bench/report.json')
}

await main()
