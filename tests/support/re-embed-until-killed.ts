import { openLibrary } from '../../ingest/pipeline/open-library.ts'
import { characterAnalyzer, createFakeEmbedder, createInlineRunner } from './library-fakes.ts'

// A process of its own that opens a library with another encoder than it was built with, and dies without a word in the middle of re-embedding it.
const [dataDir = '', embedderId = '', deadlyCall = ''] = process.argv.slice(2)
const embedder = createFakeEmbedder(embedderId)
let calls = 0
const dying = {
  ...embedder,
  embed: async (texts: readonly string[]) => {
    calls += 1
    if (calls === Number(deadlyCall)) process.kill(process.pid, 'SIGKILL')
    return embedder.embed(texts)
  },
}
const onUnexpected = (error: unknown): void => {
  throw error
}
const library = await openLibrary({
  dataDir,
  runner: createInlineRunner(dataDir, { embedder: dying, onUnexpected }),
  analyzerFingerprint: characterAnalyzer.fingerprint,
  embedderId,
  serveMeanwhile: { analyzer: characterAnalyzer, embedder },
  onUnexpected,
})
process.stdout.write(`serving ${library.snapshot().generation}\n`)
await library.upToDate()
process.stdout.write('rebuilt\n')
await library.close()
