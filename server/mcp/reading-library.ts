import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { openQuestionEmbedder } from '../../ingest/embedding/open-embedder.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { createLibrarySearch } from '../answer/find/search-library.ts'
import { createBriefComposer } from '../briefs/create-brief-composer.ts'
import type { Config } from '../config.ts'
import { replayQuestions } from '../conversation/replay-questions.ts'
import { createExtractiveParts } from '../create-extractive-parts.ts'
import { embeddingConfig } from '../embedding-config.ts'
import type { ToolLibrary } from '../integrations/mcp/tool-library.ts'
import { createModelBriefComposer } from '../model-briefs/create-model-brief-composer.ts'
import { openEngine } from '../open-engine.ts'
import { followLibrary } from './follow-library.ts'
import { keepBrief } from './keep-brief.ts'

/**
 * The library of a data folder for tools that run beside its server: read without a lock, always the generation that is committed. Stays open until the process
 * ends. Begins to open at once, so that the first call waits less; what fails is thrown by the calls.
 *
 * @param hooks.onDegraded told in Chinese what works less well and why
 */
export function openReadingLibrary(
  config: Config,
  hooks: { readonly fill: () => Promise<void>; readonly onDegraded: (reason: string) => void; readonly onUnexpected: (error: unknown) => void },
): ToolLibrary {
  const opening = openParts(config, hooks)
  // The calls tell of it; a failure before the first one is no unhandled rejection.
  opening.then(({ library }) => library.snapshot()).catch(() => undefined)
  return {
    snapshot: async () => (await opening).library.snapshot(),
    async ask({ earlier, question, filters = {}, mode }, signal) {
      const { library, engine } = await opening
      const snapshot = await library.snapshot()
      const history = await replayQuestions(engine, snapshot, earlier, signal)
      const { answer } = await engine.answer(snapshot, { question, filters, history, ...(mode ? { mode } : {}) }, undefined, signal)
      return answer
    },
    search: async (...request) => (await opening).search.search(...request),
    facts: async () => (await opening).facts,
    async writeBrief(request, signal) {
      const { library, composer } = await opening
      return keepBrief(config.dataDir, await composer.compose(await library.snapshot(), request, signal))
    },
  }
}

async function openParts(config: Config, { fill, onDegraded, onUnexpected }: Parameters<typeof openReadingLibrary>[1]) {
  const [{ segmenter, degraded }, opened] = await Promise.all([openSegmenter(), openQuestionEmbedder(embeddingConfig(config))])
  const embedder: Embedder | null = opened.embedder
  for (const reason of [degraded, opened.degraded()]) if (reason !== null) onDegraded(reason)
  const parts = createExtractiveParts({ segmenter, embedder })
  const { analyzer, facts, readings, extractive } = parts
  const { engine, model } = await openEngine(extractive, config, { ...parts, onUnexpected })
  const composer = createBriefComposer(parts)
  return {
    engine,
    facts,
    search: createLibrarySearch(parts),
    composer: model ? createModelBriefComposer({ extractive: composer, model: model.chat, readings, onUnexpected }) : composer,
    library: followLibrary({
      dataDir: config.dataDir,
      analyzer,
      embedder,
      fill,
      onRead: ({ store }) => facts.regroup(store.indicatorGroups().names),
    }),
  }
}
