import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createFakeEmbedder } from '../../tests/support/library-fakes.ts'
import { type LibraryDatabase, openLibraryDatabase } from '../library/open-library-database.ts'
import { embedSentences } from './embed-sentences.ts'

let folder = ''
let database: LibraryDatabase
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'youju-embed-'))
  database = openLibraryDatabase(folder)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})
const ignore = (): void => undefined

it('gives each row its vector, embeds a repeated text once and a known one never', async () => {
  const embedder = createFakeEmbedder()
  const texts = ['甲', '乙', '甲', '丙丙']
  const first = await embedSentences(embedder, database.embeddings, texts, ignore)
  expect([...embedder.calls].sort()).toEqual(['丙丙', '乙', '甲'])
  const [wanted] = await createFakeEmbedder().embed(['甲'])
  expect(first.values.subarray(0, 16)).toEqual(wanted)
  expect(first.values.subarray(32, 48)).toEqual(wanted)
  embedder.calls.length = 0
  expect((await embedSentences(embedder, database.embeddings, texts, ignore)).values).toEqual(first.values)
  expect(embedder.calls).toEqual([])
})

it('refuses vectors of a wrong number, length or content', async () => {
  const sound = createFakeEmbedder()
  const wrong = [
    async () => [],
    async (texts: readonly string[]) => texts.map(() => new Float32Array(3)),
    async (texts: readonly string[]) => texts.map(() => new Float32Array(16).fill(Number.NaN)),
  ]
  for (const embed of wrong) {
    await expect(embedSentences({ ...sound, embed }, database.embeddings, ['甲'], ignore)).rejects.toMatchObject({ code: 'embedding_failed' })
  }
})

it('tells how far it is', async () => {
  const seen: number[][] = []
  await embedSentences(createFakeEmbedder(), database.embeddings, ['甲', '乙', '甲'], (done, total) => seen.push([done, total]))
  expect(seen).toEqual([
    [0, 2],
    [2, 2],
  ])
})
