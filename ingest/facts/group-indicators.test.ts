import { describe, expect, it } from 'vitest'
import { createIndicatorGrouping, groupIndicators } from './group-indicators.ts'

describe('createIndicatorGrouping', () => {
  const group = createIndicatorGrouping()

  it.each([
    ['GDP', '地区生产总值'],
    ['国内生产总值', '地区生产总值'],
    ['经济', '地区生产总值'],
    ['规上工业增加值', '规模以上工业增加值'],
    ['社零总额', '社会消费品零售总额'],
    ['新增城镇就业', '城镇新增就业'],
    ['规上服务业营业收入', '规模以上服务业营业收入'],
    ['Ｒ＆Ｄ经费', '研发经费投入'],
  ])('%s is %s', (name, canonical) => {
    expect(group(name)).toBe(canonical)
  })

  it('keeps apart what is not the same', () => {
    expect(group('一般公共预算收入')).not.toBe(group('财政收入'))
    expect(group('城镇登记失业率')).not.toBe(group('城镇调查失业率'))
  })

  it('puts what a user edited above its own: a name moved, a name of its own again, a group with all its names', () => {
    const edited = createIndicatorGrouping([
      { name: 'GDP', group: '本市产值' },
      { name: '规上工业增加值', group: '规上工业增加值' },
      { name: '社会消费品零售总额', group: '消费' },
    ])
    expect(['GDP', '生产总值', '规上工业增加值', '规模以上工业增加值', '社零'].map(edited)).toEqual([
      '本市产值',
      '地区生产总值',
      '规上工业增加值',
      '规模以上工业增加值',
      '消费',
    ])
  })

  it('ends where groups name one another', () => {
    const edited = createIndicatorGrouping([
      { name: '甲类产值', group: '乙类产值' },
      { name: '乙类产值', group: '甲类产值' },
    ])
    expect(['甲类产值', '乙类产值']).toContain(edited('甲类产值'))
  })

  it('lists the printed names of each group', () => {
    expect([...groupIndicators(['GDP', '生产总值', 'GDP', '粮食产量'], group)]).toEqual([
      ['地区生产总值', ['GDP', '生产总值']],
      ['粮食产量', ['粮食产量']],
    ])
  })
})
