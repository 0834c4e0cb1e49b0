import { describe, expect, it } from 'vitest'
import { findNamedAreas, isShortFor, standsAsPlace } from './named-areas.ts'

const found = (text: string): string[] => findNamedAreas(text).map(({ text: name }) => name)

describe('findNamedAreas', () => {
  it.each<[string, readonly string[]]>([
    ['柳溪镇 修了多少水渠', ['柳溪镇']],
    [' 柳溪镇修了多少水渠', ['柳溪镇']],
    ['岭南县的水渠', ['岭南县']],
    ['柳溪镇和岭南县哪个快', ['柳溪镇', '岭南县']],
    ['那柳溪镇呢', ['柳溪镇']],
    ['换成云山区呢', ['云山区']],
    ['在平湖街道修了多少', ['平湖街道']],
    ['青左旗种了多少草', ['青左旗']],
  ])('%s: %j', (text, names) => expect(found(text)).toEqual(names))

  it.each([
    '全区修了多少水渠',
    '园区引进多少企业',
    '社区食堂建了几家',
    '经济开发区怎么建',
    '景区接待多少人',
    '各县区怎么定位',
    '老旧小区改造多少',
    '灌区节水多少',
    '其中棚户区占多少',
    '地区生产总值多少',
    '示范街道有几个',
    '特色小镇建几个',
    '城市低保标准',
    '上市企业有几家',
    '县域经济怎么样',
    '乡镇卫生院有几所',
    '城镇新增就业',
    '支持县里修渠',
    '红旗渠修了多长',
    '革命老区怎么扶持',
    '改造十个小区',
    '先导区的目标',
    '市场主体有多少',
    '贫困县有几个',
    '市区两级怎么分担',
  ])('%s names no place', (text) => expect(found(text)).toEqual([]))
})

describe('isShortFor', () => {
  it.each([
    ['岭区', '岭北河区', true],
    ['青右旗', '青格里右旗', true],
    ['云江县', '云江苗族土家族自治县', true],
    ['岭区', '云岭区', false],
    ['云岭区', '云岭区', false],
    ['岭县', '岭北河区', false],
  ])('%s for %s: %s', (short, name, is) => expect(isShortFor(short, name)).toBe(is))
})

describe('standsAsPlace', () => {
  it.each([
    [' 青格 修了多少', true],
    ['青格的水渠', true],
    ['青格要修多少', true],
    ['，青格今年修多少', true],
    ['青格林业局修了多少', false],
    ['修到青格的水渠', false],
  ])('%s: %s', (text, stands) => expect(standsAsPlace(text, '青格')).toBe(stands))
})
