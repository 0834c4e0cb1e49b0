import { openProgramParts } from '../eval/run/program-parts.ts'
import { readLibrary } from '../eval/run/read-library.ts'
import { readOriginals } from '../eval/sections/seed-questions.ts'
import { type Benchmark, throughput } from './benchmark.ts'
import { seedTexts } from './seed-texts.ts'

const BATCH = 512

/** How many sentences a second become vectors? The seed documents' own sentences, in batches as at ingest. */
export const embedderSpeed: Benchmark = {
  name: 'encoder (sentences of the seed documents)',
  async run() {
    const parts = await openProgramParts()
    try {
      const { embedder } = parts
      if (embedder === null) {
        console.log('SKIPPED  encoder: it cannot run here')
        return {}
      }
      const { documents } = readLibrary(readOriginals(seedTexts().folder))
      const texts = documents.flatMap((document) => document.sentences.map((sentence) => sentence.text)).sort((a, b) => a.length - b.length)
      const characters = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length)
      const { n, perSecond } = await throughput(texts.length, async () => {
        for (let from = 0; from < texts.length; from += BATCH) await embedder.embed(texts.slice(from, from + BATCH))
      })
      return { [embedder.id]: { n, sentences: texts.length, mean_characters: characters, dimension: embedder.dimension, sentences_per_s: perSecond } }
    } finally {
      await parts.close()
    }
  },
}
