import { describe, expect, it } from 'vitest'
import { openSegmenter } from '../../../ingest/text/open-segmenter.ts'
import { readAskedName, readAskedThing } from './asked-thing.ts'
import { namedSubjects } from './named-subjects.ts'

const { segmenter } = await openSegmenter()

describe('the thing whose figure is asked for', () => {
  it.each([
    ['新增养老床位多少张？', '', { name: '养老床位', head: '床位', modifiers: '养老' }],
    ['要建成多少个智慧城市？', '智慧城市', { name: '智慧城市', head: '城市', modifiers: '智慧' }],
    ['风电装备产业产值力争达到多少？', '', { name: '风电装备产业产值', head: '产值', modifiers: '风电装备产业' }],
    ['土地增值税收了多少亿元？', '', { name: '土地增值税', head: '增值税', modifiers: '土地' }],
  ])('%s', (rest, counted, thing) => expect(readAskedThing(rest, counted, segmenter.cut)).toEqual(thing))

  it.each([
    ['发了多少这样的贷款？', '这样的贷款'],
    ['一共多少？', ''],
    ['不少于多少小时或多少公里？', '或多少公里'],
  ])('is open in %s', (rest, counted) => expect(readAskedThing(rest, counted, segmenter.cut)).toBeNull())
})

describe('the name whose figure is asked for', () => {
  it.each(['这五年进出口增长了多少？', '五年来进出口增长了多少？', '进出口增长了多少？'])('%s leaves the years out', (rest) => {
    expect(readAskedName(rest, '')).toBe('进出口')
  })
})

describe('single things that a question names', () => {
  const mentions = (text: string): boolean =>
    ['青江机场迁建项目获批', '石桥镇卫生院', '轨道交通9号线', '老旧小区', '新建高速公路', '青江国际龙舟赛'].some((sentence) =>
      sentence.includes(text),
    )

  it.each([
    ['青江机场旅客吞吐量多少万人次？', ['青江机场']],
    ['石桥镇生产总值是多少？', ['石桥镇']],
    ['9号线总投资多少亿元？', ['9号线']],
    ['青江国际龙舟赛吸引了多少游客？', ['青江国际龙舟赛']],
    ['改造多少个老旧小区？', []],
    ['新建高速公路多少公里？', []],
    ['白石机场有几条跑道？', []],
  ])('%s', (question, names) => expect(namedSubjects(question, mentions)).toEqual(names))
})

describe('the name whose figure is asked for', () => {
  it.each([
    ['外贸顺差是多少亿美元？', '', '外贸顺差'],
    ['有多少贫困人口？', '贫困人口', '贫困人口'],
    ['测试单位的注册资本不得少于多少万元？', '', '注册资本'],
    ['专项资金每年安排多少？', '', '专项资金'],
    ['一共多少？', '', ''],
  ])('%s', (rest, counted, name) => expect(readAskedName(rest, counted)).toBe(name))
})
