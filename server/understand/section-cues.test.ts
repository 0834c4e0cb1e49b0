import { describe, expect, it } from 'vitest'
import { focusStretches, isContentFree } from './focus.ts'
import { readAskedPart, readPartOfPaper } from './section-cues.ts'

describe('readAskedPart', () => {
  it.each([
    '青禾的报告承认自己还有哪些不足？',
    '政府工作报告认为当前经济社会存在哪些主要问题？',
    '报告坦承工作中有哪些缺点？',
    '青禾检讨了哪些短板？',
    '2031年报告列出的困难主要有哪些？',
  ])('%s asks for problems', (question) => {
    expect(readAskedPart(question)?.kind).toBe('problems')
  })

  it.each(['青禾市2031年主要目标是什么？', '青禾规划的主要目标是什么？', '实施方案的工作目标是分哪几步定的？', '“十七五”时期的发展目标有哪些？'])(
    '%s asks for aims',
    (question) => {
      expect(readAskedPart(question)?.kind).toBe('targets')
    },
  )

  it('reads a subject that holds a word of problems as a subject', () => {
    expect(readAskedPart('解决老人就医困难有哪些保障措施？')).toMatchObject({ kind: null, part: expect.any(RegExp) })
  })

  it.each(['青禾市地区生产总值增长多少？', '水渠改造什么时候完工？'])('%s asks for a fact', (question) => {
    expect(readAskedPart(question)).toBeNull()
  })

  it.each(['青禾市今年农业打算怎么干？', '青禾市今年养老这块准备咋弄？', '青禾市今年怎么扩大消费？'])('%s asks for what is planned', (question) => {
    expect(readAskedPart(question)?.wants).toBe('plan')
  })

  it.each(['青禾市今年的目标是怎么定的？', '补贴怎么算？', '身份证丢了怎么办？'])('%s asks for no part of a paper', (question) => {
    expect(readAskedPart(question)?.part ?? null).toBeNull()
  })

  it('takes no heading on solving problems for the problems themselves', () => {
    const heading = readAskedPart('青禾市存在哪些问题？')?.part
    expect(heading?.test('存在的主要困难和问题')).toBe(true)
    expect(heading?.test('问题与不足')).toBe(true)
    expect(heading?.test('着力解决群众面临的突出问题')).toBe(false)
    expect(heading?.test('关于人口问题')).toBe(false)
  })
})

describe('readPartOfPaper', () => {
  it.each<[string, RegExp]>([
    ['智慧水利建设的目标是什么？', /目标/],
    ['智慧水利建设怎么保障？', /保障/],
    ['智慧水利的保障措施是什么？', /保障/],
  ])('%s', (question, heading) => {
    expect(readPartOfPaper(question)?.part?.source).toMatch(heading)
  })

  it('leaves other questions alone', () => {
    expect(readPartOfPaper('智慧水利建设投资多少？')).toBeNull()
  })
})

describe('subjects that begin with a weak word', () => {
  it.each(['就业方面有哪些部署？', '就医方面有哪些举措？', '提质方面怎么安排？'])('%s keeps its subject', (question) => {
    expect(isContentFree(focusStretches(question).slice(0, 1))).toBe(false)
  })
})
