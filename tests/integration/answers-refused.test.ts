import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary(INVENTED_LIBRARY)
})

describe('what the library does not hold is said', () => {
  it.each([
    ['a place that no document names', '南京市2031年粮食总产量目标是多少？', '南京市'],
    ['a year that no document speaks of', '青江市2019年粮食总产量是多少？', '2019年'],
    ['an indicator that the place’s documents do not tell', '白水县2031年改造老旧小区多少个？', '老旧小区'],
    ['a thing that nobody wrote of', '2031年青江市要建几座机场？', '机场'],
    ['a result where only the target is known', '2031年青江市地区生产总值实际增长了多少？', '实际'],
    ['a figure that the question takes for granted', '为什么青江市把2031年地区生产总值增长目标定在9%以上？', '9%以上'],
    ['a term that no document explains', '“一湖五岛”指的是什么？', '一湖五岛'],
  ])('%s', async (_, question, missing) => {
    const answer = await library.ask(question)
    expect(answer.outcome).toBe('abstained')
    expect(answer.missing?.join('；')).toContain(missing)
    expect(answer.reason).toBeTruthy()
    expect(answer.answer).toContain(answer.reason)
    expect(answer.nearest?.length ?? 0).toBeLessThanOrEqual(3)
  })

  it('says what it does hold', async () => {
    const answer = await library.ask('南京市2031年粮食总产量目标是多少？')
    expect(answer.reason).toContain('青江市')
    expect(answer.reason).toContain('2031')
  })

  it('answers a false premise with the true sentence', async () => {
    const answer = await library.ask('为什么青江市把2031年地区生产总值增长目标定在9%以上？')
    expect(answer.answer).toContain('6.5%左右')
    expect(answer.citations[0]).toMatchObject({ year: 2031, place: '青江市' })
  })

  it('never lets the county answer for the city, nor the city for the county', async () => {
    const city = await library.ask('青江市种植中药材多少万亩？')
    expect(city.outcome).toBe('abstained')
    expect(city.answer).not.toMatch(/2\.6|3万亩/)
    const county = await library.ask('白水县2031年新建公办幼儿园多少所？')
    expect(county.outcome).toBe('abstained')
    expect(county.answer).not.toContain('12所')
    for (const answer of [await library.ask('2030年青江市地区生产总值是多少亿元？'), await library.ask('2030年全市地区生产总值是多少亿元？')]) {
      expect(answer.answer).toContain('812.5')
      expect(answer.answer).not.toContain('102.3')
    }
  })

  it('never gives the target of one year for that of another', async () => {
    for (const [year, right, wrong] of [
      [2030, '110公里', '150公里'],
      [2031, '150公里', '110公里'],
    ] as const) {
      const answer = await library.ask(`${year}年青江市新修灌溉水渠的目标是多少公里？`)
      expect(answer.answer).toContain(right)
      expect(answer.answer).not.toContain(wrong)
    }
  })

  it('says that an empty library is empty', async () => {
    const empty = await createAnswerLibrary({})
    const answer = await empty.ask('今年粮食总产量目标是多少？')
    expect(answer).toMatchObject({ outcome: 'abstained', citations: [], nearest: [] })
    expect(answer.answer).toContain('空')
    expect(empty.engine.examples(empty.snapshot, 5)).toEqual([])
  })

  it.each(['', ' ', '？', '。。。', '的', '12345', '\ud83d', 'x'.repeat(2_000), '水'.repeat(2_000), '[1](javascript:alert(1))'])(
    'answers or refuses, but does not break, on “%.12s”',
    async (question) => {
      const answer = await library.ask(question)
      expect(['answered', 'abstained']).toContain(answer.outcome)
    },
  )
})

describe('filters that a user sets', () => {
  it('replace what the question says', async () => {
    const answer = await library.ask('粮食总产量的目标是多少？', { years: [2030], places: ['青江市'] })
    expect(answer.answer).toContain('95万吨')
    expect(answer.understood).toMatchObject({ years: [2030], places: ['青江市'] })
    expect((await library.ask('2031年青江市粮食总产量的目标是多少？', { places: ['白水县'] })).answer).toContain('12万吨')
  })

  it('restrict the answer to documents', async () => {
    const id = library.snapshot.documents.find(({ document }) => document.file === '青江2030.txt')?.document.id ?? ''
    const answer = await library.ask('粮食总产量的目标是多少？', { documentIds: [id] })
    expect(new Set(answer.citations.map(({ documentId }) => documentId))).toEqual(new Set([id]))
  })
})
