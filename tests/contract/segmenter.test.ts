import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { openNodeRsJieba } from '../../ingest/text/segment-node-rs-jieba.ts'
import { openNodejieba } from '../../ingest/text/segment-nodejieba.ts'
import type { Segmenter } from '../../ingest/text/segmenter.ts'

const implementations: [string, () => Promise<Segmenter>][] = [
  ['nodejieba', openNodejieba],
  ['@node-rs/jieba', openNodeRsJieba],
]

/** The segmenter, or null with a printed line where this machine has no binary of it. */
async function openOrNull(name: string, open: () => Promise<Segmenter>): Promise<Segmenter | null> {
  return open().catch((error: unknown) => {
    if (!(error instanceof CodedError)) throw error
    console.log(`LEFT OUT: contract of ${name}: ${error.message}`)
    return null
  })
}

for (const [name, open] of implementations) {
  const segmenter = await openOrNull(name, open)
  describe.skipIf(segmenter === null)(`segmenter ${name}`, () => {
    const opened = segmenter as Segmenter

    it('names itself and its dictionary', () => {
      expect(opened.id).toMatch(/^[\w@.-]+\+[0-9a-f]{8}$/)
    })

    it('cuts words that joined are the text', () => {
      expect(opened.cut('固定资产投资增长')).toEqual(['固定资产', '投资', '增长'])
      const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'全市规上工业增加值，。1a \n\u0000😀𠮷') }))
      fc.assert(
        fc.property(text, (value) => {
          expect(opened.cut(value).join('')).toBe(value)
        }),
        { numRuns: 500 },
      )
    })

    it('adds the shorter words in search mode, all of them parts of the text', () => {
      const words = opened.cutForSearch('中华人民共和国')
      expect(words).toEqual(expect.arrayContaining(['中华', '人民', '共和国', '中华人民共和国']))
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (value) => {
          expect(opened.cutForSearch(value).filter((word) => word === '' || !value.includes(word))).toEqual([])
        }),
      )
    })

    it('keeps figures and Latin words together', () => {
      expect(opened.cut('2025年GDP')).toEqual(['2025', '年', 'GDP'])
    })

    it('knows the words of its dictionary, and takes nothing for a word that it only joins by likelihood', () => {
      for (const word of ['增长', '粮食', '产值', '幼儿园', '固定资产']) expect([word, opened.isWord(word)]).toEqual([word, true])
      for (const text of ['粮食产值', '梁食', '产植', '', ' ', '2025', 'GDP', '增长8%', '𠮷野', '\ud842', '增\u0000长'])
        expect([text, opened.isWord(text)]).toEqual([text, false])
      expect(opened.cut('产植')).toEqual(['产植'])
    })

    it('gives nothing for an empty text and lives through a long one', () => {
      expect(opened.cut('')).toEqual([])
      expect(opened.cutForSearch('')).toEqual([])
      expect(opened.cut('增长'.repeat(50_000)).join('')).toHaveLength(100_000)
    })

    it('puts 文号, figures and words into the terms of the analyzer', () => {
      expect(createAnalyzer(opened).terms('按照国发〔2025〕3号文件，固定资产投资增长8%')).toEqual(
        expect.arrayContaining(['国发〔2025〕3号', '固定资产', '8%']),
      )
    })
  })
}

describe('openSegmenter', () => {
  const refused = (code: string) => () => Promise.reject(new CodedError(code, '分词组件不可用。'))

  it('takes the first choice where it loads', async () => {
    const first: Segmenter = { id: 'first', cut: () => [], cutForSearch: () => [], isWord: () => false }
    expect(await openSegmenter(() => Promise.resolve(first), refused('segmenter_unavailable'))).toEqual({ segmenter: first, degraded: null })
  })

  it('takes the fallback and says why in Chinese where it does not', async () => {
    const second: Segmenter = { id: 'second', cut: () => [], cutForSearch: () => [], isWord: () => false }
    const { segmenter, degraded } = await openSegmenter(refused('segmenter_unavailable'), () => Promise.resolve(second))
    expect(segmenter).toBe(second)
    expect(degraded).toMatch(/分词组件不可用。.*备用/)
  })

  it('fails when neither loads, and does not hide a failure of another kind', async () => {
    await expect(openSegmenter(refused('segmenter_unavailable'), refused('segmenter_unavailable'))).rejects.toMatchObject({
      code: 'segmenter_unavailable',
    })
    await expect(openSegmenter(refused('other'), openNodeRsJieba)).rejects.toMatchObject({ code: 'other' })
  })

  it('refuses a dictionary folder with a missing or empty file instead of letting the native loader end the process', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'youju-dict-'))
    await expect(openNodejieba(folder)).rejects.toMatchObject({ code: 'segmenter_unavailable' })
    await writeFile(path.join(folder, 'jieba.dict.utf8'), '')
    await expect(openNodejieba(folder)).rejects.toThrow('是空的')
    await rm(folder, { recursive: true })
  })
})
