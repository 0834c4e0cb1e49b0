import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { openLibrary } from '../../ingest/pipeline/open-library.ts'
import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import type { TurnMemory } from '../../server/answer/context/answer-engine.ts'
import { createAnswerEngine } from '../../server/answer/create-answer-engine.ts'
import { createHashEmbedder } from '../support/hash-embedder.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'
import { createInlineRunner } from '../support/library-fakes.ts'

const QUESTIONS = [
  '2031年青江市粮食总产量的目标是多少？',
  '那白水县呢？',
  '2030年呢？',
  '2030年和2031年青江市地区生产总值增长目标相比如何？',
  '2031年青江市重点抓好哪三个方面工作？',
  '“一渠三带”指的是什么？',
  '青江市灌溉水渠管理办法的文号是什么？',
  '水利方面有哪些部署？',
  '2031年青江市要建几座机场？',
  '为什么青江市把2031年地区生产总值增长目标定在9%以上？',
  'liangshi mubiao',
]

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'youju-same-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const { segmenter } = await openSegmenter()
const analyzer = createAnalyzer(segmenter)
const embedder = createHashEmbedder()

/** Every answer of a conversation with a new engine, as the bytes that would be sent. */
async function answersOver(snapshot: LibrarySnapshot): Promise<string[]> {
  const engine = createAnswerEngine({ analyzer, segmenter, embedder })
  const history: TurnMemory[] = []
  const answers: string[] = []
  for (const question of QUESTIONS) {
    const { answer, memory } = await engine.answer(snapshot, { question, filters: {}, history: [...history] })
    history.push(memory)
    answers.push(JSON.stringify(answer))
  }
  return [...answers, JSON.stringify(engine.examples(snapshot, 6))]
}

/** A library built from nothing on the disk, its files taken in one by one in this order, and opened again. */
async function buildLibrary(name: string, files: readonly string[]): Promise<LibrarySnapshot> {
  const dataDir = path.join(root, name)
  const open = () =>
    openLibrary({
      dataDir,
      runner: createInlineRunner(dataDir, { analyzer, embedder }),
      analyzerFingerprint: analyzer.fingerprint,
      embedderId: embedder.id,
      onUnexpected: (error) => {
        throw error
      },
    })
  const folder = path.join(root, `${name}-in`)
  mkdirSync(folder)
  const library = await open()
  for (const file of files) {
    writeFileSync(path.join(folder, file), INVENTED_LIBRARY[file] ?? '')
    await library.ingestor.ingest([{ kind: 'path', path: path.join(folder, file) }])
  }
  await library.close()
  const again = await open()
  const snapshot = again.snapshot()
  await again.close()
  return snapshot
}

it('gives the same bytes for the same questions, run after run, after a rebuild from nothing, and in whatever order the files came', async () => {
  const files = Object.keys(INVENTED_LIBRARY)
  const first = await buildLibrary('one', files)
  const answers = await answersOver(first)
  expect(answers).toHaveLength(QUESTIONS.length + 1)
  expect(await answersOver(first)).toEqual(answers)
  const second = await buildLibrary('two', files.toReversed())
  expect(second.fingerprint).toBe(first.fingerprint)
  expect(await answersOver(second)).toEqual(answers)
})

it('answers questions asked at once as it answers them one by one', async () => {
  const snapshot = await buildLibrary('one', Object.keys(INVENTED_LIBRARY))
  const engine = createAnswerEngine({ analyzer, segmenter, embedder })
  const ask = async (question: string) => JSON.stringify((await engine.answer(snapshot, { question, filters: {}, history: [] })).answer)
  const atOnce = await Promise.all(QUESTIONS.map(ask))
  for (const [at, question] of QUESTIONS.entries()) expect(await ask(question)).toBe(atOnce[at])
})
