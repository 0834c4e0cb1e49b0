import { describe, expect, it } from 'vitest'
import { createTermFinder, readCollectiveTerm } from './collective-term.ts'

describe('readCollectiveTerm', () => {
  it.each<[string, number, string]>([
    ['六保', 6, '保'],
    ['两个稳定', 2, '稳定'],
    ['四项工程', 4, '工程'],
    ['十件民生实事', 10, '民生实事'],
    ['双百', 2, '百'],
    ['新三样', 3, ''],
    ['3个50万', 3, '50万'],
    ['五位一体', 5, '一体'],
  ])('%s counts %i', (raw, count, name) => {
    expect(readCollectiveTerm(raw)).toMatchObject({ count, name })
  })

  it.each<[string, readonly string[], number | undefined]>([
    ['三横两纵', ['横', '纵'], 5],
    ['三个习惯一个规范', ['习惯', '规范'], 4],
    ['1＋N＋X', ['1', 'n', 'x'], undefined],
  ])('%s has several numbers', (raw, parts, total) => {
    expect(readCollectiveTerm(raw)).toMatchObject({ count: null, parts, ...(total === undefined ? {} : { total }) })
  })

  it.each(['十四五', '绿色工厂', '一体化'])('%s counts nothing', (raw) => {
    expect(readCollectiveTerm(raw)).toBeNull()
  })
})

describe('createTermFinder', () => {
  it('finds a term with its quotation marks, in full width too', () => {
    expect(createTermFinder('1+n+x')('打造“１＋Ｎ＋Ｘ”体系')).toEqual([{ start: 2, end: 9 }])
    expect(createTermFinder('双百行动')('实施“双百”行动')).toEqual([{ start: 2, end: 8 }])
  })

  it('is not misled by figures', () => {
    expect(createTermFinder('2+2')('补助7226元')).toEqual([])
  })
})
