import { join } from 'node:path'
import { type Part, parseOptions } from './options.ts'
import { diffReports } from './report/diff-reports.ts'
import { type EvalReport, readReport, writeReport } from './report/eval-report.ts'
import { createFailureLog } from './report/failure-log.ts'
import { formatFigures } from './report/format-figures.ts'
import type { EvalSection } from './sections/eval-section.ts'
import { evaluateEncoders } from './sections/run-encoders.ts'
import { evaluateExternal, evaluateLaws } from './sections/run-external.ts'
import { evaluateFacts } from './sections/run-facts.ts'
import { evaluateModel } from './sections/run-model.ts'
import { evaluateOtherGovernments, evaluateSeeds } from './sections/run-questions.ts'
import { evaluateRetrieval } from './sections/run-retrieval.ts'
import { repositoryRoot } from './shared-data.ts'

const SECTIONS: Readonly<Record<Part, EvalSection>> = {
  seeds: evaluateSeeds,
  other: evaluateOtherGovernments,
  retrieval: evaluateRetrieval,
  external: evaluateExternal,
  encoders: evaluateEncoders,
  laws: evaluateLaws,
  facts: evaluateFacts,
  model: evaluateModel,
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2))
  const folder = join(repositoryRoot(), 'tests', 'eval')
  const reportPath = join(folder, 'report.json')
  const failuresPath = join(folder, 'out', 'failures.md')
  const failures = createFailureLog()
  const former = readReport(reportPath)
  let report: EvalReport = {}
  for (const part of options.parts) {
    const ran = await SECTIONS[part]({ category: options.category, failures })
    for (const [name, section] of Object.entries(ran)) console.log(`\n${formatFigures(name, section.figures)}`)
    report = { ...report, ...ran }
  }
  failures.write(failuresPath)
  console.log('\nFailures: tests/eval/out/failures.md')
  if (options.category !== null) return
  const changes = diffReports(former, report)
  console.log(`Against tests/eval/report.json: ${changes.length === 0 ? 'no change' : `\n${changes.join('\n')}`}`)
  if (options.writeReport) writeReport(reportPath, former, report)
}

await main()
