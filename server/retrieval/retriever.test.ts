import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { createAnswerLibrary } from '../../tests/support/answer-library.ts'
import { createHashEmbedder } from '../../tests/support/hash-embedder.ts'
import { INVENTED_LIBRARY } from '../../tests/support/invented-library.ts'
import { characterAnalyzer, createFakeEmbedder } from '../../tests/support/library-fakes.ts'
import { buildQueryTerms } from './query-terms.ts'
import { createRetriever, type RetrievalQuery } from './retriever.ts'
import { createRowColumns } from './row-columns.ts'
import { acceptRows, NO_FILTER, type RowFilter } from './row-filter.ts'
import { createTopRows } from './top-rows.ts'

const { segmenter } = await openSegmenter()
const analyzer = createAnalyzer(segmenter)
const embedder = createHashEmbedder()
const { snapshot } = await createAnswerLibrary(INVENTED_LIBRARY, embedder)
const lexicalOnly = (await createAnswerLibrary(INVENTED_LIBRARY)).snapshot
const noSynonyms = () => []
const query = (text: string, filter: Partial<RowFilter> = {}, limit = 10): RetrievalQuery => ({
  parts: [{ text, weight: 1 }],
  text,
  filter: { ...NO_FILTER, ...filter },
  limit,
})

describe('a retriever without an encoder', () => {
  const retriever = createRetriever({ analyzer, embedder: null, synonyms: noSynonyms })

  it('finds by words alone, best first', async () => {
    for (const library of [lexicalOnly, snapshot]) {
      const { evidence } = await retriever.retrieve(library, query('种植中药材'))
      expect(evidence[0]?.row.sentence.text).toContain('种植中药材')
      expect(evidence.every(({ cosine }) => cosine === 0)).toBe(true)
      expect(evidence.map(({ score }) => score)).toEqual(evidence.map(({ score }) => score).toSorted((a, b) => b - a))
    }
  })

  it('finds nothing where no word is held, and compares nothing', async () => {
    expect((await retriever.retrieve(snapshot, query('zzz'))).evidence).toEqual([])
    expect(await retriever.compare('水渠', ['水渠', '蚕桑'])).toEqual([0, 0])
  })

  it('keeps to its limit', async () => {
    expect((await retriever.retrieve(snapshot, query('新修灌溉水渠', {}, 3))).evidence).toHaveLength(3)
  })
})

describe('a retriever with an encoder', () => {
  const retriever = createRetriever({ analyzer, embedder, synonyms: noSynonyms })

  it('adds the cosine to the words', async () => {
    const { evidence } = await retriever.retrieve(snapshot, query('种植中药材'))
    expect(evidence[0]?.cosine).toBeGreaterThan(0)
    for (const { lexical, cosine, score } of evidence) expect(score).toBeCloseTo(lexical + 0.25 * cosine, 4)
  })

  it('searches by words where the vectors are another encoder’s or there are none', async () => {
    const other = createRetriever({ analyzer, embedder: createFakeEmbedder('another', embedder.dimension), synonyms: noSynonyms })
    for (const [searcher, library] of [
      [other, snapshot],
      [retriever, lexicalOnly],
    ] as const) {
      const { evidence } = await searcher.retrieve(library, query('种植中药材'))
      expect(evidence[0]?.row.sentence.text).toContain('中药材')
      expect(evidence.every(({ cosine }) => cosine === 0)).toBe(true)
    }
  })

  it('compares a question with texts', async () => {
    const [same, other] = await retriever.compare('兴修水利', ['兴修水利', '蚕桑丝绸'])
    expect(same).toBeCloseTo(1, 5)
    expect(other).toBeLessThan(1)
  })

  it('ranks passages by either leg and both', async () => {
    for (const legs of [undefined, { lexical: true, dense: false }, { lexical: false, dense: true }]) {
      const ranked = await retriever.rankPassages(snapshot, query('种植中药材', { places: ['白水县'] }), legs)
      expect(ranked.length).toBeGreaterThan(0)
      expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a))
      for (const { row } of ranked) expect(snapshot.passages[row]?.document.document.metadata.place).toBe('白水县')
    }
  })
})

describe('acceptRows', () => {
  const columns = createRowColumns(snapshot)
  const accepted = (filter: Partial<RowFilter>) => {
    const bytes = acceptRows(snapshot, columns, { ...NO_FILTER, ...filter })
    return snapshot.sentences.filter(({ row }) => bytes[row] === 1)
  }

  it('lets everything through without a filter', () => expect(accepted({})).toHaveLength(snapshot.sentences.length))

  it('keeps the sentences about a year, those that name it, and those about none', () => {
    const rows = accepted({ years: [2029] })
    expect(rows.length).toBeGreaterThan(0)
    for (const { sentence } of rows)
      expect(sentence.facets.year === null || sentence.facets.year === 2029 || sentence.text.includes('2029年')).toBe(true)
    expect(rows.some(({ sentence }) => sentence.text.includes('765.8'))).toBe(true)
    expect(rows.some(({ sentence }) => sentence.text.includes('812.5'))).toBe(false)
  })

  it('keeps a place and not the places below it, unless asked for widely', () => {
    const city = accepted({ places: ['青江市'] })
    expect(city.every(({ sentence }) => sentence.facets.place === '青江市')).toBe(true)
    const wide = accepted({ places: ['青江市'], widePlaces: ['青江市'] })
    expect(wide.some(({ sentence }) => sentence.facets.place === '白水县')).toBe(true)
    expect(accepted({ places: ['无名市'] })).toEqual([])
  })

  it('keeps documents, and sentences that name a stranger', () => {
    const id = snapshot.documents[0]?.document.id ?? ''
    expect(accepted({ documentIds: [id] }).every(({ document }) => document.document.id === id)).toBe(true)
    expect(accepted({ mentions: ['蚕桑'] }).every(({ sentence }) => sentence.text.includes('蚕桑'))).toBe(true)
  })

  it('joins its conditions', () => {
    const rows = accepted({ years: [2031], places: ['白水县'], mentions: ['中药材'] })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.sentence.facets).toMatchObject({ year: 2031, place: '白水县' })
  })
})

describe('buildQueryTerms', () => {
  const synonyms = (text: string) => (text.includes('GDP') ? [{ found: 'GDP', others: ['地区生产总值'] }] : [])

  it('keeps the largest weight of a term and adds other names for less', () => {
    const { terms } = buildQueryTerms(
      [
        { text: 'GDP', weight: 1 },
        { text: '水', weight: 0.5 },
        { text: '水', weight: 1 },
      ],
      characterAnalyzer,
      synonyms,
    )
    expect(terms.get('水')).toBe(1)
    expect(terms.get('产')).toBeGreaterThan(0)
    expect(terms.get('产')).toBeLessThan(1)
  })

  it('gives words that every question holds little weight', () => {
    const { terms } = buildQueryTerms([{ text: '目标水渠', weight: 1 }], characterAnalyzer, synonyms)
    expect(terms.get('目标') ?? 0).toBeLessThan(terms.get('水渠') ?? 0)
  })
})

describe('createTopRows', () => {
  it('takes the largest positive scores, equal ones by row', () => {
    const top = (scores: readonly number[], limit: number): number[] => {
      const rows = createTopRows(limit)
      for (const [row, score] of scores.entries()) rows.offer(row, score)
      return rows.take()
    }
    expect(top([0, 2, 1, 2, -1, 3, 0.5], 4)).toEqual([5, 1, 3, 2])
    expect(top([1, 1, 1, 1], 2)).toEqual([0, 1])
    expect(top([0, 0, 0], 3)).toEqual([])
    expect(top([1], 0)).toEqual([])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 60 }), fc.integer({ min: 0, max: 20 }), (scores, limit) => {
        const sorted = [...scores.keys()].filter((row) => (scores[row] ?? 0) > 0).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
        expect(top(scores, limit)).toEqual(sorted.slice(0, limit))
      }),
    )
  })
})
