import { join } from 'node:path'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { createFactReader } from '../../server/answer/facts/fact-reader.ts'
import { createBriefComposer } from '../../server/briefs/create-brief-composer.ts'
import { corpusFileName, corpusFileText, readCorpusDocuments } from '../eval/questions/corpus-texts.ts'
import { readJsonl } from '../eval/questions/read-jsonl.ts'
import { roundTo } from '../eval/report/statistics.ts'
import { indexDocuments } from '../eval/run/index-documents.ts'
import { openProgramParts, type ProgramParts } from '../eval/run/program-parts.ts'
import { readLibrary } from '../eval/run/read-library.ts'
import { CORPUS } from '../eval/sections/other-governments.ts'
import { readOriginals } from '../eval/sections/seed-questions.ts'
import { printSkipped, repositoryRoot, sharedPath, unpackExternal } from '../eval/shared-data.ts'
import { type Benchmark, summarizeTimes, timeEach } from './benchmark.ts'

type Row = Record<string, number | null>

/** Subjects that every government's reports deal with. */
const SUBJECTS = ['科技创新', '就业', '乡村振兴', '生态环境保护', '养老服务', '营商环境', '固定资产投资', '教育和医疗', '对外开放', '经济运行']
const MAX_REQUESTS = 60

/** How long does it take to compose a brief, on the seed documents and on 325 documents? The first one reads what is kept for the library. */
export const briefs: Benchmark = {
  name: 'briefs',
  async run() {
    const parts = await openProgramParts()
    try {
      return { ...(await onSeeds(parts)), ...(await onGovScale(parts)) }
    } finally {
      await parts.close()
    }
  },
}

async function onSeeds(parts: ProgramParts): Promise<Readonly<Record<string, Row>>> {
  const path = sharedPath('eval', 'briefs.jsonl')
  if (path === null) {
    printSkipped('briefs on the seed documents', 'eval/briefs.jsonl')
    return {}
  }
  const requests = readJsonl<{ readonly request: string }>(path).map(({ request }) => request)
  const library = readLibrary(readOriginals(join(repositoryRoot(), 'seeds', 'documents')))
  return compose('seed documents', await indexDocuments(library.documents, library.relations, parts), requests, parts)
}

async function onGovScale(parts: ProgramParts): Promise<Readonly<Record<string, Row>>> {
  const archive = unpackExternal(CORPUS)
  if (archive === null) {
    printSkipped('briefs at scale', `eval/external/${CORPUS}.tgz`)
    return {}
  }
  try {
    const texts = [...readCorpusDocuments(archive.folder).values()].map(
      (document) => [corpusFileName(document.id), corpusFileText(document)] as const,
    )
    const library = readLibrary(new Map(texts))
    const snapshot = await indexDocuments(library.documents, library.relations, parts)
    return compose(CORPUS, snapshot, requestsAbout(snapshot), parts)
  } finally {
    archive.remove()
  }
}

/** A request for each place of the library and its newest year, the subjects in turn; the widest place over three years. */
function requestsAbout(snapshot: LibrarySnapshot): string[] {
  const newest = new Map<string, number>()
  for (const { document } of snapshot.documents) {
    const { place, year } = document.metadata
    if (place !== null && year !== null) newest.set(place, Math.max(newest.get(place) ?? 0, year))
  }
  const single = [...newest].map(([place, year], i) => `写一份${place}${SUBJECTS[i % SUBJECTS.length]}工作简报，${year - 1}年完成情况和${year}年目标`)
  const national = SUBJECTS.map((subject) => `准备一份近三年${subject}工作简报，说明目标与完成情况`)
  return [...national, ...single].slice(0, MAX_REQUESTS)
}

async function compose(
  name: string,
  snapshot: LibrarySnapshot,
  requests: readonly string[],
  parts: ProgramParts,
): Promise<Readonly<Record<string, Row>>> {
  const composer = createBriefComposer({ analyzer: parts.analyzer, embedder: parts.embedder, facts: createFactReader() })
  const one = (request: string): Promise<unknown> =>
    composer.compose(snapshot, { request, filters: {} }).catch((error: unknown) => {
      // A subject that a paper does not deal with is an answer too.
      if ((error as { code?: string }).code !== 'brief_nothing_found') throw error
    })
  const started = performance.now()
  await one(requests[0] ?? '')
  const first = performance.now() - started
  const fresh = summarizeTimes(await timeEach(requests.slice(1), one, 0))
  const again = summarizeTimes(await timeEach(requests, one, 0))
  return {
    [`${name}, the first brief`]: { n: 1, p50_ms: roundTo(first, 1) },
    [`${name}, each for the first time`]: fresh,
    [`${name}, asked again`]: again,
  }
}
