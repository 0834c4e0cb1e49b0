import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { INVENTED_LIBRARY } from '../support/invented-library.ts'

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary(INVENTED_LIBRARY)
})

describe('a conversation', () => {
  it.each<[string, readonly (readonly [question: string, answer: string, years: readonly number[], places: readonly string[]])[]]>([
    [
      'another place, another year, and back',
      [
        ['2031年青江市地区生产总值增长目标是多少？', '6.5%左右', [2031], ['青江市']],
        ['那白水县呢？', '7.5%左右', [2031], ['白水县']],
        ['青江市呢？', '6.5%左右', [2031], ['青江市']],
        ['2030年呢？', '6%左右', [2030], ['青江市']],
      ],
    ],
    [
      'the year before, of the conversation’s year',
      [
        ['2031年青江市新建提水泵站多少座？', '6座', [2031], ['青江市']],
        ['前一年呢？', '4座', [2030], ['青江市']],
      ],
    ],
    [
      'another subject in the same year and place',
      [
        ['2031年青江市城镇新增就业目标是多少？', '2.3万人', [2031], ['青江市']],
        ['那粮食总产量呢？', '97万吨以上', [2031], ['青江市']],
        ['老旧小区改造多少个？', '45个', [2031], ['青江市']],
      ],
    ],
    [
      'a whole question that replaces everything',
      [
        ['2031年青江市粮食总产量目标是多少？', '97万吨', [2031], ['青江市']],
        ['2030年白水县种植中药材多少万亩？', '2.6万亩', [2030], ['白水县']],
      ],
    ],
  ])('%s', async (_, turns) => {
    const conversation = library.converse()
    for (const [question, expected, years, places] of turns) {
      const answer = await conversation.ask(question)
      expect(answer.answer, question).toContain(expected)
      expect(answer.understood, question).toMatchObject({ years, places })
    }
  })

  it('shows the complete question', async () => {
    const conversation = library.converse()
    await conversation.ask('2031年青江市地区生产总值增长目标是多少？')
    const { understood } = await conversation.ask('那白水县呢？')
    for (const part of ['2031', '白水县', '地区生产总值']) expect(understood.question).toContain(part)
    expect(understood.question).not.toContain('青江市')
  })

  it('starts anew: another conversation knows nothing of it', async () => {
    const first = library.converse()
    await first.ask('2031年青江市地区生产总值增长目标是多少？')
    const { understood } = await library.converse().ask('那白水县呢？')
    expect(understood.years).toEqual([])
  })

  it('goes on when what an earlier turn left behind is of another make', async () => {
    const understood = { question: '', years: [], places: [], indicators: [], kind: 'value' as const }
    for (const slots of [null, 7, 'x', [], {}, { question: 1 }]) {
      const { answer } = await library.engine.answer(library.snapshot, {
        question: '2031年青江市粮食总产量目标是多少？',
        filters: {},
        history: [{ understood, slots }],
      })
      expect(answer.answer).toContain('97万吨')
    }
  })
})
