import { describe, expect, test } from 'vitest'
import { rememberVectors } from './remember-vectors.ts'

function countingEmbedder() {
  const asked: string[][] = []
  return {
    asked,
    async embed(texts: readonly string[]) {
      asked.push([...texts])
      return texts.map((text) => Float32Array.from([text.length, text.charCodeAt(0)]))
    },
  }
}

describe('vectors that are kept', () => {
  test('are those of the encoder, in the order asked, each text asked for once', async () => {
    const embedder = countingEmbedder()
    const embed = rememberVectors(embedder)
    await embed(['甲', '乙乙'])
    const vectors = await embed(['丙丙丙', '甲', '丙丙丙', '乙乙'])
    expect(vectors).toEqual(await countingEmbedder().embed(['丙丙丙', '甲', '丙丙丙', '乙乙']))
    expect(embedder.asked).toEqual([['甲', '乙乙'], ['丙丙丙']])
  })

  test('are let go when there are too many, those just asked for not before they are given', async () => {
    const embedder = countingEmbedder()
    const embed = rememberVectors(embedder, 2)
    await embed(['甲', '乙'])
    expect((await embed(['甲', '丙'])).map(([length]) => length)).toEqual([1, 1])
    await embed(['丙'])
    expect(embedder.asked).toEqual([['甲', '乙'], ['丙']])
  })

  test('are not kept of an encoder that failed', async () => {
    const embedder = countingEmbedder()
    let isBroken = true
    const embed = rememberVectors({
      embed: async (texts) => {
        if (isBroken) throw new Error('broken')
        return embedder.embed(texts)
      },
    })
    await expect(embed(['甲'])).rejects.toThrow('broken')
    isBroken = false
    expect(await embed(['甲'])).toHaveLength(1)
  })
})
