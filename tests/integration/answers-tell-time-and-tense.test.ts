import { beforeAll, describe, expect, it } from 'vitest'
import type { ComposedAnswer } from '../../server/answer/context/answer-engine.ts'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

/** Each thing is told in every part of both papers; each part has figures of its own, so that a figure says where a statement is from. */
const THINGS = ['水渠', '闸门', '码头', '茶园', '路灯', '厂房'] as const
type Part = 'years' | 'year' | 'plan' | 'aims'
const PARTS: readonly Part[] = ['years', 'year', 'plan', 'aims']
const PLACES = ['云溪市', '白水县'] as const
type Place = (typeof PLACES)[number]

const figureOf = (place: number, part: number, thing: number): number => 1000 * (place + 1) + 100 * (part + 1) + 11 * (thing + 1)

/** Sentences as papers write them: lists behind a lead, aims behind a semicolon, a target that closes the sentence. */
function inventPaper(place: number): string {
  const n = (part: number, thing: number): number => figureOf(place, part, thing)
  const name = PLACES[place] ?? ''
  return `${name}2031年政府工作报告
——2031年1月8日在${name}第九届人民代表大会第三次会议上
各位代表：
一、“十五五”时期和2030年工作回顾
五年来，水利成网。新修水渠${n(0, 0)}公里，改造闸门${n(0, 1)}座。扩建码头${n(0, 2)}处，茶园扩大到${n(0, 3)}亩，新装路灯${n(0, 4)}盏，提前完成“十五五”目标。建成厂房${n(0, 5)}栋。
刚刚过去的2030年，我们主要做了以下工作：
新修水渠${n(1, 0)}公里，超额完成年度目标。改造闸门${n(1, 1)}座，扩建码头${n(1, 2)}处。预计茶园扩大到${n(1, 3)}亩，新装路灯${n(1, 4)}盏。建成厂房${n(1, 5)}栋。
二、“十六五”时期主要目标
“十六五”时期，水渠达到${n(2, 0)}公里，闸门达到${n(2, 1)}座。码头达到${n(2, 2)}处，茶园达到${n(2, 3)}亩，路灯达到${n(2, 4)}盏，厂房达到${n(2, 5)}栋。
三、2031年工作安排
主要预期目标是：新修水渠${n(3, 0)}公里，争取更好结果；改造闸门${n(3, 1)}座；扩建码头${n(3, 2)}处；污水指标完成下达目标。
扩大茶园${n(3, 3)}亩，新装路灯${n(3, 4)}盏。加快厂房建设，建成${n(3, 5)}栋，确保年内交付。
`
}

const TEMPLATES = [
  'X多少',
  '去年X多少',
  '今年X多少',
  'X目标是多少',
  '2030年X多少',
  '2031年X',
  '五年来X多少',
  '十六五X多少',
  'X怎么样',
  'X完成了多少',
  '2029年X多少',
  'X比上年多还是少',
]
const FOLLOW_UPS = ['目标呢', '去年呢', '前一年呢', '今年呢', '完成了多少']
const ASKS_FOR_AIMS = /目标|今年|2031年|十六五/
const SAYS_AIM = /目标|计划|预期|力争|争取|确保|“十六五”|今后|到2035年/
/** What a label, a text or a question may say of when the figures of a part are. */
const WHEN: Readonly<Record<Part, RegExp>> = {
  years: /五年|“?十五五/,
  year: /2030年|去年/,
  plan: /“?十六五|到2035年|2031年政府工作报告/,
  aims: /2031年|今年/,
}

interface Told {
  readonly question: string
  readonly statement: string
  readonly place: Place
  readonly part: Part
}

/** The statements of an answer, each with the places and parts that its figures are of; points of a list with the label that they stand under. */
function readTold(question: string, { outcome, statements, understood }: ComposedAnswer): Told[] {
  if (outcome === 'abstained') return []
  let above = ''
  return statements.flatMap(({ text }) => {
    const label = /^[^：]*：/.exec(text)?.[0] ?? ''
    const time = /\d{4}年|五年|十[五六]五/.test(label) ? '' : above
    if (time === '') above = label.replace(/（(?:目标|计划|实绩|预计)）/g, '')
    return PLACES.flatMap((place, p) =>
      PARTS.flatMap((part, q) =>
        THINGS.some((_, thing) => new RegExp(`(?<!\\d)${figureOf(p, q, thing)}(?!\\d)`).test(text))
          ? [
              {
                question: `${question} ${understood.question} ${understood.years.map((year) => `${year}年`).join('')}`,
                statement: `${time}${text}`,
                place,
                part,
              },
            ]
          : [],
      ),
    )
  })
}

let library: AnswerLibrary
const told: Told[] = []
beforeAll(async () => {
  library = await createAnswerLibrary({ '云溪2031.txt': inventPaper(0), '白水2031.txt': inventPaper(1) })
  for (const [i, thing] of THINGS.entries())
    for (const [j, template] of TEMPLATES.entries()) {
      const place = PLACES[(i + j) % 3] ?? ''
      const { ask } = library.converse()
      const question = `${place}${template.replace('X', thing)}`
      told.push(...readTold(question, await ask(question)))
      const next = FOLLOW_UPS[(i + 2 * j) % FOLLOW_UPS.length] ?? ''
      told.push(...readTold(`${question}||${next}`, await ask(next)))
    }
}, 60_000)

const faults = (isFault: (one: Told) => boolean): string[] =>
  told.filter(isFault).map(({ question, statement, part }) => `${part}: ${question} -> ${statement}`)

describe('whatever is told of a paper', () => {
  it('is told of every part of it', () => {
    expect(told.length).toBeGreaterThan(100)
    for (const part of PARTS) expect(told.filter((one) => one.part === part).length).toBeGreaterThan(4)
  })

  it('says that it is an aim where it stands among aims', () => {
    expect(
      faults(({ part, question, statement }) => (part === 'aims' || part === 'plan') && !SAYS_AIM.test(statement) && !ASKS_FOR_AIMS.test(question)),
    ).toEqual([])
  })

  it('is called no aim where it has come about', () => {
    expect(faults(({ part, statement }) => (part === 'years' || part === 'year') && /（(?:目标|计划)）/.test(statement))).toEqual([])
  })

  it('says of when it is, or is of the time that was asked for', () => {
    expect(faults(({ part, question, statement }) => !WHEN[part].test(statement) && !WHEN[part].test(question))).toEqual([])
  })

  it('is told of no other year than its own', () => {
    const says = (statement: string, year: number): boolean => new RegExp(`${year}年(?!政府)`).test(statement)
    expect(faults(({ part, statement }) => part === 'year' && says(statement, 2031) && !says(statement, 2030))).toEqual([])
    expect(faults(({ part, statement }) => part === 'aims' && says(statement, 2030) && !says(statement, 2031))).toEqual([])
    expect(faults(({ part, statement }) => part === 'years' && /^(?:2030|2031)年(?!政府)/.test(statement))).toEqual([])
  })

  it('says of which place it is, or is of the place that was asked for', () => {
    expect(faults(({ place, question, statement }) => !statement.includes(place) && !question.includes(place))).toEqual([])
  })
})
