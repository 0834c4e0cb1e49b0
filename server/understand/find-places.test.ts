import { describe, expect, it } from 'vitest'
import { findPlaces, type LibraryPlaces } from './find-places.ts'
import type { Division } from './gazetteer.ts'
import { createGazetteer, shortPlaceName } from './gazetteer.ts'

const DIVISIONS: readonly Division[] = [
  { name: '南湾省', short: '南湾', level: 'province' },
  { name: '石桥市', short: '石桥', level: 'prefecture' },
  { name: '红石县', short: '红石', level: 'county' },
  { name: '青江市', short: '青江', level: 'prefecture' },
  { name: '和县', short: '和县', level: 'county' },
]
const library = (held: LibraryPlaces['held'], texts: readonly string[] = []): LibraryPlaces => ({
  held,
  mentions: (text) => texts.some((sentence) => sentence.includes(text)),
})
const CITY_AND_COUNTY = [
  { name: '青江市', level: 'prefecture' },
  { name: '白水县', level: 'county' },
] as const
const found = (question: string, places = library(CITY_AND_COUNTY)): string[] =>
  findPlaces(question, places, DIVISIONS).places.map(({ name, standing, strict }) => `${name} ${standing}${strict ? '' : ' loosely'}`)

describe('findPlaces', () => {
  it.each<[string, readonly string[]]>([
    ['青江市修了多少水渠', ['青江市 held']],
    ['青江修了多少水渠', ['青江市 held']],
    ['白水今年的目标是多少', ['白水县 held']],
    ['青江市和白水县各修了多少', ['青江市 held', '白水县 held']],
    ['市里和县里各修了多少', ['青江市 held', '白水县 held']],
    ['和县修了多少水渠', ['和县 unknown']],
    ['全市修了多少水渠', ['青江市 held']],
    ['我市修了多少水渠', ['青江市 held']],
    ['全县修了多少水渠', ['白水县 held']],
    ['我县修了多少水渠', ['白水县 held']],
    ['石桥市修了多少水渠', ['石桥市 unknown']],
    ['石桥修了多少水渠', ['石桥市 unknown']],
    ['南湾省修了多少水渠', ['南湾省 unknown']],
    ['红石县修了多少水渠', ['红石县 unknown']],
    ['水渠占全市的多少', []],
    ['全省修了多少水渠', []],
    ['修了多少水渠', []],
  ])('%s: %j', (question, places) => {
    expect(found(question)).toEqual(places)
  })

  it('knows a short name inside a longer name that the library holds, and is then less strict', () => {
    expect(found('白水的水渠多长', library(CITY_AND_COUNTY, ['谱写白水的水利篇章。']))).toEqual(['白水县 held'])
    expect(found('白水金街开业了吗', library(CITY_AND_COUNTY, ['白水金街正式开业。']))).toEqual(['白水县 held loosely'])
  })

  it('tells a stranger that sentences name from one that they never do', () => {
    expect(found('与石桥市的合作项目有哪些', library(CITY_AND_COUNTY, ['与石桥市开展合作。']))).toEqual(['石桥市 mentioned'])
  })

  it('takes no division from inside a word that the library knows', () => {
    expect(found('石桥墩加固工程', library(CITY_AND_COUNTY, ['完成石桥墩加固。']))).toEqual([])
  })

  it('reads 全市 by the library: not where two cities could be meant, as the province where it is one', () => {
    const two = library([...CITY_AND_COUNTY, { name: '柳川市', level: 'prefecture' }])
    expect(found('全市修了多少水渠', two)).toEqual([])
    expect(found('全区的目标是多少', library([{ name: '云岭自治区', level: 'province' }]))).toEqual(['云岭自治区 held'])
    expect(found('全国目标是多少', library([{ name: '全国', level: 'country' }]))).toEqual(['全国 held'])
  })

  it('takes the places out of the question', () => {
    expect(findPlaces('青江市水渠长度', library(CITY_AND_COUNTY), DIVISIONS).rest.trim()).toBe('水渠长度')
    expect(findPlaces('全市水渠长度', library(CITY_AND_COUNTY), DIVISIONS).rest.trim()).toBe('水渠长度')
  })
})

describe('findPlaces, beyond the library’s own documents', () => {
  const INSIDE: readonly Division[] = [
    { name: '岭北河区', short: '岭北河', level: 'county', within: ['南湾省', '青江市'] },
    { name: '青格里右旗', short: '青格里右', level: 'county', within: ['南湾省', '青江市'] },
    { name: '岭外河区', short: '岭外河', level: 'county', within: ['北湾省', '石桥市'] },
  ]
  const foundBy = (question: string, texts: readonly string[] = []): string[] =>
    findPlaces(question, library(CITY_AND_COUNTY, texts), [...DIVISIONS, ...INSIDE]).places.map(({ name, standing }) => `${name} ${standing}`)

  it.each<[string, readonly string[]]>([
    ['岭区修了多少水渠', ['岭北河区 unknown']],
    ['青江市岭区修了多少水渠', ['岭北河区 unknown']],
    ['青江市岭北河区修了多少水渠', ['岭北河区 unknown']],
    ['青江的岭北河区修了多少水渠', ['岭北河区 unknown']],
    ['岭北河要修多少水渠', ['岭北河区 unknown']],
    ['青右旗修了多少水渠', ['青格里右旗 unknown']],
    ['青江市白水县修了多少水渠', ['白水县 held']],
    ['柳溪镇修了多少水渠', ['柳溪镇 unknown']],
    ['白水县柳溪镇修了多少水渠', ['柳溪镇 unknown']],
    ['园区修了多少水渠', []],
    ['老旧小区改造多少', []],
  ])('%s: %j', (question, places) => expect(foundBy(question)).toEqual(places))

  it('names a shortened place as the library does', () => {
    expect(foundBy('岭区修了多少水渠', ['岭区圆满完成普查试点。'])).toEqual(['岭区 mentioned'])
  })

  it('takes a word whose last characters the library knows for a kind of area', () => {
    expect(foundBy('棚房聚居区 修了多少水渠', ['渔民聚居区通水。'])).toEqual([])
  })

  it('narrows nothing where the scope only says among whom something is the first', () => {
    for (const question of ['哪条水渠填补了全市空白', '全县首条水渠在哪', '位居全市第一的水渠']) expect(foundBy(question)).toEqual([])
    expect(foundBy('白水县哪条水渠把全市这块空白补上了')).toEqual(['白水县 held'])
  })

  it.each<[string, boolean]>([
    ['青江市和白水县修了多少', true],
    ['青江市、白水县修了多少', true],
    ['青江市与白水县相比', true],
    ['白水县修了多少，全市呢', true],
    ['白水县的产值比青江市高多少', true],
    ['白水县哪家厂给青江市供水', false],
    ['青江市帮白水县修了多少', false],
    ['青江市修了多少', false],
  ])('%s: side by side %s', (question, joined) => {
    expect(findPlaces(question, library(CITY_AND_COUNTY), DIVISIONS).joined).toBe(joined)
  })
})

describe('the gazetteer', () => {
  it('holds provinces, prefectures and counties under their full and short names', () => {
    const { divisions } = createGazetteer()
    expect(new Set(divisions.map(({ level }) => level))).toEqual(new Set(['province', 'prefecture', 'county']))
    expect(divisions.length).toBeGreaterThan(2_500)
    expect(divisions.every(({ name, short }) => name.startsWith(short) && short.length >= 2)).toBe(true)
  })

  it.each([
    ['青江市', '青江'],
    ['云岭自治区', '云岭'],
    ['红石自治州', '红石'],
    ['东岭旗', '东岭'],
    ['柳县', '柳县'],
    ['清河省', '清河'],
  ])('%s is short for %s', (name, short) => {
    expect(shortPlaceName(name)).toBe(short)
  })
})
