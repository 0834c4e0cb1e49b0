import { beforeAll, describe, expect, it } from 'vitest'
import type { ComposedAnswer } from '../../server/answer/context/answer-engine.ts'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { createHashEmbedder } from '../support/hash-embedder.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'

/** NFKC without white space: what quotes and texts are compared in. */
const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** What every answer must hold to. */
function expectSound(library: AnswerLibrary, answer: ComposedAnswer): void {
  const marks = new Set([...answer.answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])))
  expect(answer.citations.map(({ n }) => n)).toEqual(answer.citations.map((_, at) => at + 1))
  for (const n of marks) expect(answer.citations[n - 1]).toBeDefined()
  for (const { citations } of answer.statements) {
    expect(citations.length).toBeGreaterThan(0)
    for (const n of citations) expect(answer.citations[n - 1]).toBeDefined()
  }
  for (const { documentId, start, end, quote } of answer.citations) {
    const document = library.snapshot.documents.find((held) => held.document.id === documentId)?.document
    expect(bare(document?.text.slice(start, end) ?? '')).toBe(bare(quote))
  }
  if (answer.outcome === 'abstained') expect(answer.reason).toBeTruthy()
}

const legs = [
  ['words alone', null],
  ['words and vectors', createHashEmbedder()],
] as const

for (const [leg, embedder] of legs) {
  describe(`answers over an invented library, by ${leg}`, () => {
    let library: AnswerLibrary
    beforeAll(async () => {
      library = await createAnswerLibrary(INVENTED_LIBRARY, embedder)
    })
    const ask = async (question: string): Promise<ComposedAnswer> => {
      const answer = await library.ask(question)
      expectSound(library, answer)
      return answer
    }

    it.each([
      ['2031年青江市粮食总产量的目标是多少？', '97万吨以上'],
      ['今年青江市粮食总产量的目标是多少？', '97万吨以上'],
      ['2030年青江市粮食总产量的目标是多少？', '95万吨以上'],
      ['2030年青江市粮食总产量实际达到了多少？', '96.4万吨'],
      ['青江市2031年新增就业目标多少万人？', '2.3万人'],
      ['2031年青江市要新建几所公办幼儿园？', '12所'],
      ['２０３１年青江市一般公共预算收入增长目标', '4%'],
      ['2031年青江市GDP增长目标是多少？', '6.5%左右'],
      ['白水县2031年粮食总产量目标', '12万吨以上'],
      ['2031年青江市蠶桑產業產值目標是多少？', '35亿元'],
    ])('tells a value with its qualifier: %s', async (question, value) => {
      const answer = await ask(question)
      expect(answer.outcome).toBe('answered')
      expect(bare(answer.answer)).toContain(bare(value))
      expect(bare(answer.answer).length).toBeLessThanOrEqual(300)
    })

    it('leaves out what is not asked', async () => {
      const answer = await ask('2031年青江市粮食总产量的目标是多少？')
      expect(answer.answer).not.toMatch(/就业|生产总值|水渠/)
    })

    it('names the subject that a sentence leaves to the one before it, and cites both', async () => {
      const answer = await ask('2031年青江市蚕桑产业产值目标是多少？')
      expect(answer.answer).toContain('蚕桑')
      expect(answer.citations.length).toBeGreaterThanOrEqual(2)
    })

    it('lists the whole of an enumeration, in order', async () => {
      const answer = await ask('2031年青江市重点抓好哪三个方面工作？')
      const at = ['兴修水利', '壮大蚕桑产业', '办好民生实事'].map((name) => answer.answer.indexOf(name))
      expect(at.every((place) => place >= 0)).toBe(true)
      expect(at).toEqual(at.toSorted((a, b) => a - b))
    })

    it('compares years with one cited sentence for each side', async () => {
      const answer = await ask('2030年和2031年青江市地区生产总值增长目标相比如何？')
      expect(answer.understood).toMatchObject({ years: [2030, 2031], places: ['青江市'], kind: 'compare' })
      expect(answer.answer).toContain('6%左右')
      expect(answer.answer).toContain('6.5%左右')
      expect(new Set(answer.citations.map(({ documentId }) => documentId)).size).toBe(2)
    })

    it('compares places', async () => {
      const answer = await ask('青江市和白水县2031年地区生产总值增长目标各是多少？')
      expect(answer.answer).toContain('6.5%左右')
      expect(answer.answer).toContain('7.5%左右')
      expect(new Set(answer.citations.map(({ place }) => place))).toEqual(new Set(['青江市', '白水县']))
    })

    it.each([
      ['“一渠三带”指的是什么？', '生态带、产业带、文化带'],
      ['什么是“双百行动”？', '百家农业企业'],
      ['什么是灌溉水渠？', '从水库、河道引水'],
    ])('explains a term: %s', async (question, text) => {
      const answer = await ask(question)
      expect(answer.outcome).toBe('answered')
      expect(answer.answer).toContain(text)
    })

    it.each([
      ['青江市灌溉水渠管理办法的文号是什么？', '青政发〔2031〕7号'],
      ['青江市2031年政府工作报告是谁作的报告？', '王小青'],
      ['白水县2031年政府工作报告是在哪次会议上作的？', '第七届人民代表大会第四次会议'],
    ])('tells of a document: %s', async (question, text) => {
      const answer = await ask(question)
      expect(answer.outcome).toBe('answered')
      expect(bare(answer.answer)).toContain(bare(text))
    })

    it('shows each citation with the year and the place that its sentence is about', async () => {
      const answer = await ask('2030年青江市粮食总产量实际达到了多少？')
      expect(answer.citations[0]).toMatchObject({ year: 2030, place: '青江市', file: '青江2031.txt', sectionPath: ['一、2030年工作回顾'] })
    })

    it('draws example questions that it can answer', async () => {
      const examples = library.engine.examples(library.snapshot, 4)
      expect(examples.length).toBeGreaterThan(0)
      expect(new Set(examples).size).toBe(examples.length)
      for (const question of examples) expect((await ask(question)).outcome, question).toBe('answered')
    })
  })
}
