import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { createFactReader } from '../../server/answer/facts/fact-reader.ts'
import { createLibrarySearch } from '../../server/answer/find/search-library.ts'
import { createBriefComposer } from '../../server/briefs/create-brief-composer.ts'
import { createAnswerLibrary } from './answer-library.ts'
import { INVENTED_LIBRARY } from './invented-library.ts'
import { createTestApp, type TestApp, type TestAppOptions } from './test-app.ts'

/** The real app with the real engine, search, ledger and composer over the invented library, in memory; no encoder. */
export async function createDoorApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { snapshot, engine } = await createAnswerLibrary(INVENTED_LIBRARY)
  const analyzer = createAnalyzer((await openSegmenter()).segmenter)
  const facts = createFactReader()
  const parts = {
    engine,
    readSnapshot: () => snapshot,
    facts,
    search: createLibrarySearch({ analyzer, embedder: null }),
    composer: createBriefComposer({ analyzer, embedder: null, facts }),
  }
  return createTestApp({ ...options, parts: { ...parts, ...options.parts } })
}
