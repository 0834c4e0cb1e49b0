import { describe, expect, it } from 'vitest'
import { askedCount, askedTense, classifyQuestion, contrastsTenses, insistsOnActual } from './question-kind.ts'

describe('classifyQuestion', () => {
  it.each([
    ['修了多少水渠？', 'value'],
    ['水渠投资增长百分之几？', 'value'],
    ['水渠投资占全部投资的比重是多少？', 'value'],
    ['水渠修到了哪里？', 'value'],
    ['要抓好哪些工作？', 'list'],
    ['要抓好哪五项工作？', 'list'],
    ['列出要修的水渠', 'list'],
    ['水渠、公路、学校的目标分别是多少？', 'list'],
    ['什么是“一渠三带”？', 'definition'],
    ['“一渠三带”是什么意思？', 'definition'],
    ['“一渠三带”指的是什么？', 'definition'],
    ['某市“一渠三带”是什么？', 'definition'],
    ['为什么要修水渠？', 'why'],
    ['修水渠的原因是什么？', 'why'],
    ['这份文件的文号是什么？', 'metadata'],
    ['报告人是谁？', 'metadata'],
    ['通知是什么时候印发的？', 'metadata'],
    ['水渠投资和公路投资相比哪个多？', 'compare'],
    ['水渠投资有什么变化？', 'change'],
    ['概括一下水利工作的主要内容', 'summary'],
  ])('%s asks for a %s', (question, kind) => {
    expect(classifyQuestion(question, 0, 0).kind).toBe(kind)
  })

  it('compares where two years or two places are named, and asks for the change where it says so', () => {
    expect(classifyQuestion('各修了多少水渠', 2, 0).kind).toBe('compare')
    expect(classifyQuestion('各修了多少水渠', 0, 2).kind).toBe('compare')
    expect(classifyQuestion('修渠的提法有什么变化', 2, 0).kind).toBe('change')
  })

  it.each<[string, { readonly kind: string; readonly unit?: string }]>([
    ['投资多少亿元？', { kind: 'figure', unit: '亿元' }],
    ['灌溉多少万亩？', { kind: 'figure', unit: '万亩' }],
    ['修了几座水库？', { kind: 'figure', unit: '座' }],
    ['修了多少公里？', { kind: 'figure', unit: '公里' }],
    ['增长多少？', { kind: 'figure', unit: '' }],
    ['水票要多少钱？', { kind: 'figure', unit: '元' }],
    ['什么时候通水？', { kind: 'time' }],
    ['哪年开工？', { kind: 'time' }],
    ['谁来修渠？', { kind: 'entity' }],
    ['水渠叫什么名字？', { kind: 'entity' }],
    ['说说修渠的事', { kind: 'statement' }],
  ])('%s expects %j', (question, expected) => {
    expect(classifyQuestion(question, 0, 0).expected).toEqual(expected)
  })
})

describe('askedTense', () => {
  it.each<[string, string | null]>([
    ['目标是多少', 'target'],
    ['计划修多少', 'target'],
    ['打算修多少', 'target'],
    ['力争达到多少', 'target'],
    ['实际修了多少', 'actual'],
    ['完成了多少', 'actual'],
    ['修了多少', 'actual'],
    ['完成情况呢', 'actual'],
    ['那实际呢', 'actual'],
    ['修多少', null],
    ['目标和实际各是多少', null],
  ])('%s: %s', (question, tense) => {
    expect(askedTense(question)).toBe(tense)
  })
})

describe('contrastsTenses', () => {
  it.each([
    ['当时预计修多少，最后实际修了多少', true],
    ['修渠的目标和实际各是多少', true],
    ['修渠目标完成了吗', true],
    ['修渠目标是多少，完成了多少', true],
    ['年初定的修渠目标，后来达到了吗', true],
    ['原定修多少，到头来是多少', true],
    ['实际修渠与年初计划相比如何', true],
    ['修渠的目标是多少', false],
    ['实际修了多少', false],
    ['计划修多少', false],
    ['计划执行情况的报告是谁作的', false],
    ['完成了哪些水渠', false],
  ])('%s: %s', (question, both) => {
    expect(contrastsTenses(question)).toBe(both)
    if (both) expect(askedTense(question)).toBeNull()
    if (both) expect(insistsOnActual(question)).toBe(false)
  })
})

describe('insistsOnActual', () => {
  it.each([
    ['实际完成了多少', true],
    ['增长了多少', true],
    ['目标完成了多少', false],
    ['目标是多少', false],
    ['实际利用外资是多少', false],
    ['修多少', false],
  ])('%s: %s', (question, insists) => {
    expect(insistsOnActual(question)).toBe(insists)
  })
})

describe('askedCount', () => {
  it.each<[string, number | null]>([
    ['哪五项工作', 5],
    ['哪两个水库', 2],
    ['哪10项工程', 10],
    ['七个方面是什么', 7],
    ['哪些工作', null],
    ['3个百分点', null],
    ['五个月', null],
  ])('%s: %s', (question, count) => {
    expect(askedCount(question)).toBe(count)
  })
})
