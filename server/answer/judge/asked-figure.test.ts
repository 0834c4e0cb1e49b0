import { describe, expect, it } from 'vitest'
import { readAskedFigure } from './asked-figure.ts'

const dimensionsOf = (question: string): readonly string[] | null => {
  const { dimensions } = readAskedFigure(question)
  return dimensions && [...dimensions]
}

describe('what a figure may be measured in', () => {
  it.each([
    ['青江港2030年吞吐了多少万吨？', 'mass'],
    ['白水园区面积有多少平方公里', 'area'],
    ['去年财政收入多少亿元？', 'money'],
    ['这笔补贴给了多少钱？', 'money'],
    ['在北交所上市募集了多少资金？', 'money'],
    ['老人的补助再涨几块？', 'money'],
    ['一般公共预算收入增长百分之几？', 'percent'],
    ['税收占比是多少？', 'percent'],
    ['失业率控制在多少？', 'percent'],
    ['目标定了几个点', 'percent'],
    ['来了多少游客？', 'persons'],
    ['改造多少个老旧小区', 'count'],
    ['修多少公里路', 'length'],
  ])('%s', (question, dimension) => expect(dimensionsOf(question)).toContain(dimension))

  it.each(['地区生产总值是多少？', '这几年的规划是谁定的？', '需要多少帮助？', '要等几个钟头？'])('is left open by %s', (question) =>
    expect(dimensionsOf(question)).toBeNull(),
  )

  it('keeps the size of the unit', () => {
    expect(readAskedFigure('常住人口多少万人？').scale).toBe(1e4)
    expect(readAskedFigure('园区面积多少平方公里？').scale).toBe(1e6)
  })
})

describe('what kind of figure', () => {
  it.each([
    ['一般公共预算收入增长多少？', 'growth'],
    ['GDP增速是多少', 'growth'],
    ['能耗实际降了多少？', 'growth'],
    ['进出口总额多少亿元？', 'amount'],
    ['“青江杯”办的是第几届？', 'ordinal'],
    ['地区生产总值增速居全省第几位？', 'rank'],
    ['民间投资占固定资产投资的比重是多少？', 'share'],
    ['晴天占多大比例？', 'share'],
    ['实际新增了多少？', null],
  ])('%s → %s', (question, kind) => expect(readAskedFigure(question).kind).toBe(kind))

  it('tells all that there is from what was added', () => {
    expect(readAskedFigure('有多少家高新技术企业？').isStock).toBe(true)
    expect(readAskedFigure('新增了多少家高新技术企业？').isStock).toBe(false)
  })

  it('takes 做到多大 for an amount, no share and no count', () => {
    const asked = readAskedFigure('GDP打算做到多大？')
    expect(asked).toMatchObject({ kind: 'amount', isLevel: true })
    expect(asked.dimensions?.has('money')).toBe(true)
    expect(asked.dimensions?.has('percent')).toBe(false)
    expect(readAskedFigure('要引进多大规模的项目？').dimensions).toBeNull()
    expect(readAskedFigure('甲县人口外出务工规模有多大？').dimensions?.has('persons')).toBe(true)
  })

  it('names what is counted', () => {
    expect(readAskedFigure('要建成多少个智慧城市？').counted).toBe('智慧城市')
    expect(readAskedFigure('改造了多少套').counted).toBe('')
    expect(readAskedFigure('多少天没发生火灾').counted).toBe('')
  })

  it.each(['用了多少台资？', '引来多少户籍人口？', '用了多少天然气？'])('takes the beginning of another word for no unit: %s', (question) => {
    expect(readAskedFigure(question).unit).toBe('')
  })
})
