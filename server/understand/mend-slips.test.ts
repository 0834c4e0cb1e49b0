import { describe, expect, it } from 'vitest'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import type { Segmenter } from '../../ingest/text/segmenter.ts'
import { createSoundIndex, mendAbbreviation, mendHomophones, readPinyinQuestion, type SlipLibrary } from './mend-slips.ts'
import { createPinyinReader } from './pinyin.ts'

const SENTENCES = [
  '蚕桑产业产值达到三十五亿元，新修灌溉水渠一百五十公里。',
  '粮食总产量稳定在九十七万吨以上，改造老旧小区四十五个。',
  '新建公办幼儿园十二所，城镇新增就业二点三万人，居民收入稳步增长。',
]
const WORDS = [
  '蚕桑',
  '产业',
  '产值',
  '灌溉',
  '水渠',
  '粮食',
  '总产量',
  '改造',
  '老旧',
  '小区',
  '公办',
  '幼儿园',
  '就业',
  '居民',
  '收入',
  '增长',
  '目标',
]
const { segmenter } = await openSegmenter()
const read = createPinyinReader()
const sounds = createSoundIndex(WORDS, read)
const mentions = (text: string): boolean => SENTENCES.some((sentence) => sentence.includes(text))
/** A dictionary that knows no words, or only these. */
const singleCharacters: Segmenter = { id: 'characters', cut: (text) => [...text], cutForSearch: (text) => [...text], isWord: () => false }
const knowing = (words: readonly string[]): Segmenter => ({ ...singleCharacters, isWord: (text) => words.includes(text) })
/** A library that holds texts so. */
const holding = (
  holds: (text: string) => boolean,
  sentences: readonly string[] = SENTENCES,
  places: readonly { name: string }[] = [],
): SlipLibrary => ({
  mentions: holds,
  mentionsTogether: (one, other) => sentences.some((sentence) => sentence.includes(one) && sentence.includes(other)),
  places,
})
const library = holding(mentions)
const mend = (question: string): string => mendHomophones(question, sounds, read, library, segmenter).text

describe('mendHomophones', () => {
  it.each([
    ['蚕桑产植是多少', '蚕桑产值是多少'],
    ['蚕桑产直是多少', '蚕桑产值是多少'],
    ['梁食目标', '粮食目标'],
    ['灌盖水渠', '灌溉水渠'],
    ['灌慨水渠', '灌慨水渠'],
  ])('%s becomes %s where the dictionary does not know the slip', (wrong, right) => {
    expect(mendHomophones(wrong, sounds, read, library, knowing(WORDS)).text).toBe(right)
  })

  it.each([
    ['蚕桑产植是多少', '蚕桑产值是多少'],
    ['梁食总产量目标', '粮食总产量目标'],
    ['灌盖水渠修多长', '灌溉水渠修多长'],
    ['局民收入增长多少', '居民收入增长多少'],
  ])('%s becomes %s with the dictionary of the program, which only joins the slip by likelihood', (wrong, right) => {
    expect(mend(wrong)).toBe(right)
  })

  it('leaves alone what lies across the border of two words', () => {
    // 积计 sounds like 积极, but it is the end of 面积 and the beginning of 计划.
    const withMore = createSoundIndex([...WORDS, '积极', '区委'], read)
    for (const question of ['蚕桑面积计划达到多少', '老旧小区为什么改造'])
      expect(mendHomophones(question, withMore, read, library, segmenter).text).toBe(question)
  })

  it('leaves an abbreviation of words that stand side by side', () => {
    // 织染 for 织布 and 染色; it sounds like another word of this library.
    const words = [...WORDS, '织布', '染色', '枝染']
    const withMore = createSoundIndex(words, read)
    const both = (text: string) => mentions(text) || '织布、染色两业增加值增长百分之六。'.includes(text)
    const mendWith = (holds: (text: string) => boolean) => mendHomophones('织染增速', withMore, read, holding(holds), knowing(words)).text
    expect(mendWith(both)).toBe('织染增速')
    expect(mendWith(mentions)).toBe('枝染增速')
  })

  it('leaves what sounds like a word of which the library speaks in no such company', () => {
    const sentences = [...SENTENCES, '天气转凉，早稻陆续收割。', '区数创办牵头服务企业。']
    const holds = (text: string): boolean => sentences.some((sentence) => sentence.includes(text))
    const withMore = createSoundIndex([...WORDS, '天气', '数创办', '崭新'], read)
    for (const question of ['办法从哪天起改造小区', '老旧小区从哪添器改造', '公办幼儿园上数创版奖多少', '站新产业产值'])
      expect(mendHomophones(question, withMore, read, holding(holds, sentences), segmenter).text).toBe(question)
    expect(mendHomophones('添气转凉后早稻收割多少', withMore, read, holding(holds, sentences), segmenter).text).toContain('天气转凉')
  })

  it('mends the name of a place in any company', () => {
    const withPlace = createSoundIndex(['青蕖县', ...WORDS], read)
    expect(mendHomophones('清蕖县的粮食产量', withPlace, read, holding(mentions, SENTENCES, [{ name: '青蕖县' }]), segmenter).text).toBe(
      '青蕖县的粮食产量',
    )
  })

  it('says what it mended', () => {
    const { mended } = mendHomophones('蚕桑产植是多少', sounds, read, library, knowing(WORDS))
    expect(mended).toHaveLength(1)
    expect(mended[0]).toContain('产值')
  })

  it('leaves alone what the library holds and what the dictionary knows', () => {
    const dictionary = knowing([...WORDS, '产植'])
    expect(mendHomophones('蚕桑产植是多少', sounds, read, library, dictionary).text).toBe('蚕桑产植是多少')
    const holds = (text: string): boolean => text === '产植' || mentions(text)
    expect(mendHomophones('蚕桑产植是多少', sounds, read, holding(holds), knowing(WORDS)).text).toBe('蚕桑产植是多少')
  })

  it.each([
    '今年打算修多少水渠',
    '老百姓的收入涨了多少',
    '娃娃上学难不难',
    '他们说的那个园子建好了没有',
    '种田的人能挣几个钱',
    '去年干得怎么样',
    '啥时候通水',
    '到底有没有完成任务',
    '蚕桑产业产值目标是多少',
  ])('leaves “%s” alone', (question) => {
    expect(mend(question)).toBe(question)
  })
})

describe('readPinyinQuestion', () => {
  const particles = new Map([
    ['shi', '是'],
    ['duoshao', '多少'],
  ])
  it.each([
    ['canye chanzhi', 'canye chanzhi'],
    ['cansang chanzhi duoshao', '蚕桑产值多少'],
    ['liangshi mubiao shi duoshao', '粮食目标是多少'],
    ['LIANGSHI mubiao', '粮食目标'],
    ['粮食 mubiao', '粮食 目标'],
    ['到2030年liangshi总产量', '到2030年粮食总产量'],
    ['xyzzy总产量', 'xyzzy总产量'],
    ['用liangshi5平台', '用liangshi5平台'],
    ['GDP', 'gdp'],
    ['', ''],
  ])('%s is read as %s', (typed, text) => {
    expect(readPinyinQuestion(typed, sounds, particles).toLowerCase()).toBe(text)
  })
})

describe('mendAbbreviation', () => {
  it.each([
    ['GPD增长多少', 'GDP增长多少'],
    ['gpd增长多少', 'GDP增长多少'],
    ['GDP增长多少', 'GDP增长多少'],
    ['LED灯有多少', 'LED灯有多少'],
    ['R&D投入', 'R&D投入'],
  ])('%s becomes %s', (typed, text) => {
    expect(mendAbbreviation(typed, ['GDP', 'CPI'])).toBe(text)
  })
})
