import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { type Benchmark, throughput } from './benchmark.ts'
import { seedTexts } from './seed-texts.ts'

/** How many characters a second become terms? */
export const analyzerSpeed: Benchmark = {
  name: 'analyzer (seed documents, paragraph by paragraph)',
  async run() {
    const { segmenter } = await openSegmenter()
    const analyzer = createAnalyzer(segmenter)
    const paragraphs = seedTexts().texts.flatMap((text) => text.split('\n'))
    const characters = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
    const { n, perSecond } = await throughput(characters, () => {
      for (const paragraph of paragraphs) analyzer.terms(paragraph)
    })
    return { [segmenter.id]: { n, characters, characters_per_s: perSecond } }
  },
}
