import { openLibrary } from '../../ingest/pipeline/open-library.ts'
import { characterAnalyzer, createInlineRunner } from './library-fakes.ts'

// A process of its own that ingests a folder and, when told to, dies without a word as soon as a step of the protocol is done,
// or waits for its end, to be killed whenever that may be.
const [dataDir = '', folder = '', deadlyStep = ''] = process.argv.slice(2)
const onStep = (step: string): void => {
  if (step === deadlyStep) process.kill(process.pid, 'SIGKILL')
}
const onUnexpected = (error: unknown): void => {
  throw error
}
const library = await openLibrary({
  dataDir,
  runner: createInlineRunner(dataDir, { onStep, onUnexpected }),
  analyzerFingerprint: characterAnalyzer.fingerprint,
  embedderId: 'fake-1',
  onUnexpected,
})
process.stdout.write('ready\n')
const report = await library.ingestor.ingest([{ kind: 'path', path: folder }])
// From here on the files are promised to be there.
process.stdout.write(`acknowledged ${JSON.stringify(report.outcomes)}\n`)
if (deadlyStep === 'whenever') await new Promise((resolve) => setTimeout(resolve, 120_000))
await library.close()
