import { expect, test } from 'vitest'
import { answerTypeOf } from './answer-type.ts'

test.each([
  ['《远山》的主演是谁', 'person'],
  ['第三届运动会什么时候开幕？', 'time'],
  ['2021年全国粮食产量', 'figure'],
  ['去年一共来了多少人', 'figure'],
  ['首届大会在哪里举办', 'place'],
  ['2021赛季联赛冠军', 'winner'],
  ['发布会上的新书叫什么名字', 'title'],
])('%s asks for a %s', (question, type) => expect(answerTypeOf(question)).toBe(type))

test.each(['为什么产量下降', '“三保”是什么意思', '有哪些措施'])('%s leaves the type open', (question) => expect(answerTypeOf(question)).toBeNull())
