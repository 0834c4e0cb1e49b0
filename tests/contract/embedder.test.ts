import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { openEmbedder } from '../../ingest/embedding/open-embedder.ts'
import { startEmbeddingEndpoint } from '../support/embedding-endpoint.ts'
import { createHashEmbedder } from '../support/hash-embedder.ts'

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  let sum = 0
  a?.forEach((value, index) => {
    sum += value * (b?.[index] ?? 0)
  })
  return sum
}

const TEACHER_FOLDER = path.resolve(import.meta.dirname, '../../../shared/models/bge-small-zh-v1.5')

interface Implementation {
  readonly name: string
  readonly open: () => Promise<Embedder | null>
  /** Whether it knows what words mean. */
  readonly semantic: boolean
  /** Cosine of a text's vector alone to its vector among others: graphs that quantise each batch anew give slightly different ones. */
  readonly leastCosineToItself: number
}

const implementations: Implementation[] = [
  { name: 'hash, for tests', open: () => Promise.resolve(createHashEmbedder()), semantic: false, leastCosineToItself: 0.999999 },
  { name: 'shipped encoder', open: () => openLocal(), semantic: true, leastCosineToItself: 0.999999 },
  { name: 'an encoder behind an endpoint', open: openEndpoint, semantic: false, leastCosineToItself: 0.999999 },
  { name: 'a full-size encoder in the usual layout', open: () => openLocal(TEACHER_FOLDER), semantic: true, leastCosineToItself: 0.95 },
]

/** The endpoint is closed with its embedder. */
async function openEndpoint(): Promise<Embedder> {
  const server = await startEmbeddingEndpoint()
  const endpoint = { model: 'test/encoder', baseUrl: server.baseUrl, apiKey: null }
  const { embedder } = await openEmbedder({ kind: 'openai', endpoint })
  if (!embedder) throw new Error('An endpoint gives an embedder')
  await embedder.connect?.()
  return Object.assign(Object.create(embedder) as Embedder, {
    close: async () => {
      await embedder.close()
      await server.close()
    },
  })
}

async function openLocal(modelDir?: string): Promise<Embedder | null> {
  if (modelDir !== undefined && !existsSync(modelDir)) {
    console.log('LEFT OUT: contract of a full-size encoder: no such model beside the project')
    return null
  }
  const { embedder, degraded } = await openEmbedder(modelDir === undefined ? { kind: 'local' } : { kind: 'local', modelDir })
  if (!embedder) console.log(`LEFT OUT: contract of a local encoder: ${degraded}`)
  return embedder
}

for (const { name, open, semantic, leastCosineToItself } of implementations) {
  const opened = await open()
  describe.skipIf(opened === null)(`embedder: ${name}`, () => {
    const embedder = opened as Embedder
    afterAll(() => embedder.close())

    it('names its model by its content', () => {
      expect(embedder.id).toMatch(/^[\w.-]+@\w+$/)
    })

    it('gives one finite vector of unit length a text, in the order given', async () => {
      const texts = ['固定资产投资增长8%', '今年', '', '推进城乡融合发展。'.repeat(40), 'GDP', '  \n ']
      const vectors = await embedder.embed(texts)
      expect(vectors).toHaveLength(texts.length)
      for (const [index, vector] of vectors.entries()) {
        expect(vector).toHaveLength(embedder.dimension)
        expect(vector.every(Number.isFinite)).toBe(true)
        expect(Math.hypot(...vector)).toBeCloseTo(texts[index]?.trim() ? 1 : 0, 4)
      }
      const alone = await embedder.embed(['GDP'])
      expect(cosine(vectors[4], alone[0])).toBeGreaterThan(leastCosineToItself)
    })

    it('gives the same vectors again', async () => {
      const texts = ['粮食产量稳定在40亿斤以上', '新增城镇就业']
      expect(await embedder.embed(texts)).toEqual(await embedder.embed(texts))
    })

    it('answers calls that overlap, each with its own vectors', async () => {
      const texts = Array.from({ length: 150 }, (_, index) => `第${index}项任务${'重点'.repeat(index % 20)}`)
      const [many, one, none] = await Promise.all([embedder.embed(texts), embedder.embed(['第7项任务']), embedder.embed([])])
      expect(many).toHaveLength(150)
      expect(none).toEqual([])
      const again = await embedder.embed(texts.slice(140))
      for (const [index, vector] of again.entries()) expect(cosine(vector, many[140 + index])).toBeGreaterThan(leastCosineToItself)
      expect(cosine(one[0], (await embedder.embed(['第7项任务']))[0])).toBeGreaterThan(leastCosineToItself)
    })

    it('takes text that is not well-formed', async () => {
      const vectors = await embedder.embed(['\ud83d半个字符', '\u0000\u200b', '🙂'])
      expect(vectors.map((vector) => vector.every(Number.isFinite))).toEqual([true, true, true])
    })

    if (!semantic) return
    it('holds texts of like meaning nearer than others without shared words', async () => {
      const [question, meant, other] = await embedder.embed(['老百姓看病方便吗', '提升基层医疗卫生服务能力', '加快高速公路建设'])
      expect(cosine(question, meant)).toBeGreaterThan(cosine(question, other) + 0.05)
    })
  })
}
