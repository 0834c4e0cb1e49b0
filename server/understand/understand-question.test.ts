import { describe, expect, it } from 'vitest'
import { createScriptConverter } from '../../ingest/text/convert-script.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import { createAnswerLibrary } from '../../tests/support/answer-library.ts'
import { INVENTED_LIBRARY } from '../../tests/support/invented-library.ts'
import type { ChatFilters } from '../contract/chat.ts'
import { createGazetteer } from './gazetteer.ts'
import type { Intent } from './intent.ts'
import { createLibraryKnowledge } from './library-knowledge.ts'
import { createSoundIndex } from './mend-slips.ts'
import { createPinyinReader } from './pinyin.ts'
import { slotsOf } from './slots.ts'
import { describeIntent, understandQuestion } from './understand-question.ts'

const { segmenter } = await openSegmenter()
const { snapshot } = await createAnswerLibrary(INVENTED_LIBRARY)
const knowledge = createLibraryKnowledge(snapshot)
const readPinyin = createPinyinReader()
const sounds = createSoundIndex(['粮食', '产值', '水渠', '蚕桑'], readPinyin)
const tools = { gazetteer: createGazetteer(), convertScript: createScriptConverter(), segmenter, readPinyin }

function understand(question: string, previous: Intent | null = null, filters: ChatFilters = {}): Intent {
  return understandQuestion(question, knowledge, sounds, tools, previous && slotsOf(previous), filters)
}
const placesOf = (intent: Intent): string[] => intent.places.map(({ name }) => name)

describe('createLibraryKnowledge', () => {
  it('gathers places, years and speakers from the documents', () => {
    expect(new Map(knowledge.places.map(({ name, level }) => [name, level]))).toEqual(
      new Map([
        ['青江市', 'prefecture'],
        ['白水县', 'county'],
      ]),
    )
    expect(knowledge.newestYear).toBe(2031)
    expect(knowledge.documentYears).toEqual(new Set([2030, 2031]))
    expect([2029, 2030, 2031].every((year) => knowledge.years.has(year))).toBe(true)
    expect(knowledge.speakers.get('王小青')).toHaveLength(2)
  })

  it('knows what its sentences hold', () => {
    expect(['灌溉水渠', '水', '2031', '蚕桑产业做大做强'].map((text) => knowledge.mentions(text))).toEqual([true, true, true, true])
    expect(['飞机场', '水渠灌溉', 'zzz'].map((text) => knowledge.mentions(text))).toEqual([false, false, false])
  })
})

describe('understandQuestion', () => {
  it('finds year, place, subject, kind and tense', () => {
    const intent = understand('2031年青江市粮食总产量的目标是多少万吨？')
    expect(intent).toMatchObject({ years: [2031], kind: 'value', expected: { kind: 'figure', unit: '万吨' }, tense: 'target' })
    expect(placesOf(intent)).toEqual(['青江市'])
    expect(intent.indicators.join('')).toContain('粮食总产量')
    expect(describeIntent(intent)).toMatchObject({ years: [2031], places: ['青江市'], kind: 'value' })
  })

  it('shows no word that only binds', () => {
    expect(understand('青江市和白水县2031年主要目标对比').indicators).not.toContain('和')
    expect(understand('2031年青江市要建多少个风车').indicators).toEqual(['风车'])
  })

  it.each([
    ['２０３１年青江市糧食總產量目標是多少？', '粮食总产量'],
    ['2031年青江市 糧食總產量 目標', '粮食总产量'],
  ])('reads full width and traditional characters: %s', (question, subject) => {
    const intent = understand(question)
    expect(intent.years).toEqual([2031])
    expect(placesOf(intent)).toEqual(['青江市'])
    expect(intent.asked).toContain(subject)
  })

  it('reads pinyin and says so', () => {
    const intent = understand('liangshi mubiao shi duoshao')
    expect(intent.asked).toBe('粮食目标是多少')
    expect(intent.notes.join('')).toContain('粮食')
  })

  it('keeps what stands in quotation marks and how many things are asked for', () => {
    expect(understand('“一渠三带”指的是哪四样？').quoted).toEqual(['一渠三带'])
    expect(understand('青江市2031年要抓好哪三个方面工作？').count).toBe(3)
  })

  it('means the documents of a speaker that it names', () => {
    expect(understand('李白水作的报告里水渠要修多少公里？').documentIds).toEqual(knowledge.speakers.get('李白水'))
  })

  it('replaces slots in a follow-up and keeps the others', () => {
    const first = understand('2031年青江市粮食总产量的目标是多少？')
    const second = understand('那白水县呢？', first)
    expect([second.years, placesOf(second)]).toEqual([[2031], ['白水县']])
    expect(second.question).toContain('粮食总产量')
    const third = understand('前一年呢？', second)
    expect([third.years, placesOf(third)]).toEqual([[2030], ['白水县']])
    const fourth = understand('2030年青江市在兴修水利方面安排了哪些重点工程？', third)
    expect([fourth.years, placesOf(fourth), fourth.kind]).toEqual([[2030], ['青江市'], 'list'])
    expect(fourth.focus.map(({ text }) => text).join('')).not.toContain('粮食')
  })

  it('lets a user’s own choice replace what the question says', () => {
    const intent = understand('2031年青江市粮食总产量的目标是多少？', null, { years: [2030], places: ['白水县'], documentIds: ['d0'] })
    expect([intent.years, placesOf(intent), intent.documentIds]).toEqual([[2030], ['白水县'], ['d0']])
  })

  it.each(['', ' ', '？？？', '\ud83d\ude00', '\ud83d', '1'.repeat(2_000), '（'.repeat(500), 'a b c', '.*+?^()|[]\\'])(
    'reads “%.12s” without breaking',
    (question) => {
      expect(describeIntent(understand(question)).places).toEqual([])
    },
  )
})
