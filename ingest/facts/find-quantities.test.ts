import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectInProportion } from '../../tests/support/in-proportion.ts'
import { findFigures } from './find-figures.ts'
import { findQuantities } from './find-quantities.ts'

const brief = (text: string): string[] =>
  findQuantities(text).map(({ figureText, unit, value, upper, baseUnit, qualifier, bound }) =>
    [figureText, unit, value, upper === null ? '' : `–${upper}`, baseUnit, qualifier ?? '', bound].join(' ').replaceAll(/ +/g, ' '),
  )

describe('findQuantities', () => {
  it.each([
    ['新增就业3.5万人以上', ['3.5 万人 35000 人 以上 at-least']],
    ['产值达到 482.6 亿元', ['482.6 亿元 48260000000 元 exact']],
    ['总量１，２３４．５万 元左右', ['１，２３４．５ 万元 12345000 元 左右 about']],
    ['共1,200家', ['1,200 家 1200 家 exact']],
    ['失业率控制在5.5%以内', ['5.5 % 5.5 % 以内 at-most']],
    ['不低于60%', ['60 % 60 % 不低于 at-least']],
    ['增长5%—6%', ['5 % 5 –6 % exact']],
    ['增长5—6%', ['5 % 5 –6 % exact']],
    ['降低0.3‰', ['0.3 ‰ 0.03 % exact']],
    ['提高2.5个百分点', ['2.5 个百分点 2.5 个百分点 exact']],
    ['近3000多万人', ['3000 万人 30000000 人 近多 about']],
    ['惠及1万余户', ['1 万户 10000 户 多 at-least']],
    ['节约500万元/月', ['500 万元/月 5000000 元/月 exact']],
    ['装机20万千瓦、储能5吉瓦时', ['20 万千瓦 200000 千瓦 exact', '5 吉瓦时 5000000 千瓦时 exact']],
    ['事项分别达到162、587项', ['162 项 162 项 exact', '587 项 587 项 exact']],
    ['分别提高20.9、36.2、54个百分点', ['20.9 个百分点 20.9 个百分点 exact', '36.2 个百分点 36.2 个百分点 exact', '54 个百分点 54 个百分点 exact']],
    ['系数提高到0.62。', ['0.62 0.62 exact']],
    ['耕地2公顷', ['2 公顷 30 亩 exact']],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  it.each([
    ['占三分之二', 66.6666666667, '%'],
    ['百分之六十五', 65, '%'],
    ['占两成以上', 20, '%'],
    ['一半以上的村', 50, '%'],
    ['五年翻一番', 1, '番'],
    ['连续十二个季度', 12, '个季度'],
    ['近百场活动', 100, '场'],
    ['增长三倍', 3, '倍'],
  ])('reads the written number of %s', (text, value, baseUnit) => {
    expect(findQuantities(text).at(-1)).toMatchObject({ value, baseUnit, script: 'han' })
  })

  it.each([
    ['位居全省第一', 1, 'exact'],
    ['排名第3位', 3, 'exact'],
    ['进入全国前三', 3, 'at-most'],
    ['跻身前10名', 10, 'at-most'],
  ])('reads the rank of %s', (text, value, bound) => {
    expect(findQuantities(text)).toMatchObject([{ kind: 'rank', value, bound }])
  })

  it.each([
    '2025年1月20日',
    '2021—2025年',
    '3月底前',
    '前三季度',
    '一季度',
    '20世纪60年代',
    '政发〔2025〕12号',
    '“3+5+N”布局',
    '5G基站',
    '4A级景区',
    '5N高纯材料',
    '沿210国道',
    '12345热线',
    '入选TOP20',
    'PM2.5浓度',
    '第八届大会',
    '第三批名单',
    '一带一路',
    '三农工作',
    '“两个确立”',
    '十分重视',
    '一体化发展',
    '二十大精神',
    '千方百计',
    '三次产业',
    '14:08',
    '完成立项',
  ])('finds none in %s', (text) => {
    expect(findQuantities(text)).toEqual([])
  })

  it('types dates, ordinals and names apart', () => {
    expect(findFigures('2025年第三批5G项目12个').map(({ kind }) => kind)).toEqual(['date', 'ordinal', 'name', 'quantity'])
  })
})

describe('findQuantities on any text', () => {
  const pieces = fc.constantFrom(
    '增长',
    '万',
    '亿',
    '元',
    '%',
    '个',
    '，',
    '、',
    ' ',
    '第',
    '前',
    '三',
    '十',
    '5',
    '12.5',
    '1,234',
    '２',
    '年',
    '月',
    '以上',
    '约',
    '—',
    '成',
    '分之',
    '翻',
    '番',
    'G',
    '+',
    '〔',
  )
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  )

  it('has ranges that slice back to the figure, in order and apart', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0
        for (const figure of findFigures(text)) {
          if (figure.kind === 'quantity' || figure.kind === 'rank') {
            expect(text.slice(figure.figureRange.start, figure.figureRange.end)).toBe(figure.figureText)
            expect(figure.range.start).toBeLessThanOrEqual(figure.figureRange.start)
            expect(figure.range.end).toBeGreaterThanOrEqual(figure.figureRange.end)
            expect(Number.isFinite(figure.value)).toBe(true)
            expect(figure.figureRange.start).toBeGreaterThanOrEqual(end)
            end = figure.figureRange.end
          }
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds a formatted value again', () => {
    const units: readonly (readonly [string, number])[] = [
      ['亿元', 1e8],
      ['万人', 1e4],
      ['%', 1],
      ['个', 1],
      ['万亩', 1e4],
      ['公里', 1e3],
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(...units),
        fc.boolean(),
        (whole, cents, [unit, factor], blank) => {
          const printed = cents === 0 ? String(whole) : `${whole}.${String(cents).padStart(2, '0')}`
          const found = findQuantities(`产值达到${printed}${blank ? ' ' : ''}${unit}以上，`)
          expect(found).toHaveLength(1)
          expect(found[0]).toMatchObject({ figureText: printed, unit, qualifier: '以上', bound: 'at-least' })
          expect((found[0]?.value ?? 0) / (Number(printed) * factor)).toBeCloseTo(1, 10)
        },
      ),
    )
  })

  it('takes linear time on 100,000 characters', () => {
    for (const piece of ['1', '1,234', '三', '增长5%、', ' 7 ', '第', '12年', '1—']) {
      expectInProportion(100_000, (chars) => piece.repeat(Math.ceil(chars / piece.length)), findQuantities)
    }
  })
})
