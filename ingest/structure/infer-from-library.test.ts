import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import type { ParsedDocument } from '../corpus/document.ts'
import { inferFromLibrary } from './infer-from-library.ts'

const CROPS = ['水稻', '小麦', '玉米', '大豆', '油菜', '棉花', '花生', '土豆', '茶叶', '苹果', '葡萄', '莲藕']

/** Sentences with figures of one year; another seed gives other figures in the same set phrases. */
const figures = (seed: number): string[] =>
  CROPS.map((crop, at) => `力争${crop}种植面积达到${seed * 3 + at * 7}.${at}万亩，新建仓储设施${seed + at}座，带动农户增收。`)
const phrases = CROPS.map((crop) => `坚持把${crop}产业作为富民强县的重要支撑，不断延伸产业链条，持续提升品牌影响力。`)

const report = (place: string, year: number, body: readonly string[]): ParsedDocument =>
  parseText(`${place}${year}年政府工作报告\n\n各位代表：\n\n一、${year}年工作安排\n\n${body.join('\n')}\n`, `${place}${year}.txt`)
const silent = (body: readonly string[], file = '附一.txt'): ParsedDocument => parseText(`一、抓好农业生产\n\n${body.join('\n')}\n`, file)

/** The shared sentences apart from one another, so that each is a stretch of its own. */
const among = (shared: readonly string[], others: readonly string[]): string[] => others.flatMap((other, at) => [other, ...shared.slice(at, at + 1)])

/** What the library makes of its one silent document. */
const inferred = (documents: readonly ParsedDocument[]): ParsedDocument | undefined =>
  inferFromLibrary(documents).documents.find(({ file }) => file === '附一.txt')

describe('inferFromLibrary', () => {
  it('takes a document that stands in a dated one for its excerpt', () => {
    const whole = report('青江市', 2031, [...figures(5), ...phrases])
    const part = silent(figures(5))
    const { documents, relations } = inferFromLibrary([whole, part])
    const read = documents[1]
    expect(read?.metadata).toMatchObject({ year: 2031, place: '青江市', title: '青江市2031年政府工作报告（节选）' })
    expect(read?.metadata.origins.year).toMatchObject({ source: 'inferred', reason: expect.stringContaining('节选') })
    expect(read?.sentences.every(({ facets }) => facets.place === '青江市')).toBe(true)
    expect(read?.sentences.some(({ facets }) => facets.year === 2031)).toBe(true)
    expect(relations).toContainEqual(expect.objectContaining({ from: part.id, to: whole.id, kind: 'excerpt-of' }))
  })

  it('takes a document that shares many figures with a dated one for its sister of the same year and place', () => {
    const shared = figures(5).slice(0, 7)
    const read = inferred([report('青江市', 2031, among(shared, phrases)), silent(among(shared, [...figures(40), ...figures(60)]))])
    expect(read?.metadata).toMatchObject({ year: 2031, place: '青江市' })
    expect(read?.metadata.title).toContain('原文无标题')
    expect(read?.metadata.origins.place).toMatchObject({ source: 'inferred', reason: expect.stringContaining('青江市2031年政府工作报告') })
  })

  it('infers nothing from set phrases without figures', () => {
    const read = inferred([report('青江市', 2031, [...phrases, ...figures(5)]), silent(among(phrases, [...figures(40), ...figures(60)]))])
    expect(read?.metadata).toMatchObject({ year: null, place: null, title: '附一' })
  })

  it('infers nothing when a document of another year or place shares as much', () => {
    const [first, second] = [figures(5).slice(0, 6), figures(5).slice(6)]
    const body = among([...first, ...second], [...figures(40), ...figures(60)])
    const oneYear = report('青江市', 2031, among(first, phrases))
    expect(inferred([oneYear, silent(body)])?.metadata).toMatchObject({ year: 2031, place: '青江市' })
    for (const rival of [report('青江市', 2030, among(second, phrases)), report('白水县', 2031, among(second, phrases))]) {
      expect(inferred([oneYear, rival, silent(body)])?.metadata).toMatchObject({ year: null, place: null })
    }
  })

  it('leaves documents alone that tell year and place themselves, and never overwrites what they tell', () => {
    const told = report('白水县', 2029, figures(5))
    expect(inferFromLibrary([report('青江市', 2031, figures(5)), told]).documents[1]).toBe(told)
    const half = parseText(`农业生产安排\n2029年2月3日\n\n一、抓好农业生产\n\n${figures(5).join('\n')}\n`, '附一.txt')
    expect(half.metadata).toMatchObject({ year: 2029, place: null })
    expect(inferred([report('青江市', 2031, figures(5)), half])?.metadata).toMatchObject({ year: 2029, place: null })
  })

  it('finds near-duplicates both ways, and no relation between strangers', () => {
    const one = report('青江市', 2031, [...figures(5), ...phrases])
    const same = report('青江市', 2031, [...figures(5), ...phrases, '全文完，谢谢大家。'])
    const other = report('白水县', 2030, figures(70))
    const { relations } = inferFromLibrary([one, same, other])
    expect(relations.map(({ kind, from, to }) => [kind, from, to])).toEqual(
      [
        ['near-duplicate', one.id, same.id],
        ['near-duplicate', same.id, one.id],
      ].toSorted((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1)),
    )
  })

  it('does not depend on the order of the documents', () => {
    const shared = figures(5).slice(0, 7)
    const bases = CROPS.map((crop, at) => `推广${crop}良种${at + 31}个，兴建${crop}加工基地${at * 3 + 2}处，解决了${crop}的销路。`)
    const library = [
      report('青江市', 2031, among(shared, phrases)),
      report('白水县', 2030, [...figures(300), ...phrases.slice(0, 4)]),
      silent(among(shared, [...figures(40), ...figures(60)])),
      report('红石县', 2031, bases),
      silent(bases, '附二.txt'),
    ]
    const byFile = (documents: readonly ParsedDocument[]) => {
      const result = inferFromLibrary(documents)
      return { documents: result.documents.toSorted((a, b) => (a.file < b.file ? -1 : 1)), relations: result.relations }
    }
    const expected = byFile(library)
    expect(expected.documents.map(({ metadata }) => metadata.place)).not.toContain(null)
    for (const order of [library.toReversed(), [...library.slice(2), ...library.slice(0, 2)]]) expect(byFile(order)).toEqual(expected)
  })
})
