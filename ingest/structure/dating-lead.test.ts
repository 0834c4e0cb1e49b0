import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'

describe('a sentence that dates what follows it', () => {
  const { sentences } = parseText(
    '白水县发展规划\n\n一、发展目标\n\n到2035年，努力实现以下目标：\n\n——经济迈上新台阶。水渠达到300公里，年均增长6%。\n\n——民生改善。2032年建成学校3所。\n\n第一阶段到2036年，水渠成网。新修闸门9座。\n\n水渠常年通水。\n\n二、近期任务\n\n2033年的主要目标是：\n\n——水更清。水质优良比例达到80%。\n\n三、保障措施\n\n落实责任，每年修建水渠30公里。\n',
    '规划.txt',
  )
  const yearOf = (part: string): number | null | undefined => sentences.find(({ text }) => text.includes(part))?.facets.year

  it.each<[string, number | null]>([
    ['水渠达到300公里', 2035],
    ['建成学校3所', 2032],
    ['新修闸门9座', 2036],
    ['水渠常年通水', 2035],
    ['水质优良比例达到80%', 2033],
    ['每年修建水渠30公里', null],
  ])('%s: %s', (part, year) => expect(yearOf(part)).toBe(year))
})

describe('a step on the way to an aim', () => {
  const { sentences } = parseText(
    '智慧农业发展规划\n\n一、战略目标\n\n分三步走：\n\n第一步，到2026年智慧农场建设与先进水平同步，成为新的增长点。\n\n--产业进入第一方阵。建成示范农场，产业规模超过15亿元。\n\n--环境优化。培育企业30家。\n\n第二步，到2031年部分技术领先。\n\n--产业规模超过40亿元。\n\n总体部署如下所述，分工推进。全部农田接入平台。\n',
    '规划.txt',
  )
  const yearOf = (part: string): number | null | undefined => sentences.find(({ text }) => text.includes(part))?.facets.year

  it.each<[string, number | null]>([
    ['超过15亿元', 2026],
    ['企业30家', 2026],
    ['超过40亿元', 2031],
    ['全部农田接入平台', null],
  ])('%s: %s', (part, year) => expect(yearOf(part)).toBe(year))
})

describe('a stage that its report looks ahead to', () => {
  const { sentences } = parseText(
    '青江市2031年政府工作报告\n\n一、工作回顾\n\n五年来，建成水渠30公里。\n\n第一个阶段，从2032年到2040年，水渠成网。到那时，农田全部通水。\n\n第二个阶段，从2040年到本世纪中叶，水网建成。\n',
    '报告.txt',
  )
  it.each<[string, number | null]>([
    ['水渠成网', 2040],
    ['农田全部通水', 2040],
    ['水网建成', null],
  ])('%s: %s, an aim', (part, year) => {
    const facets = sentences.find(({ text }) => text.includes(part))?.facets
    expect([facets?.year, facets?.tense]).toEqual([year, 'target'])
  })
})

describe('a year that the aims of a paper name in the midst of a sentence', () => {
  const { sentences } = parseText(
    '关于加快水网建设的意见\n\n一、总体要求\n\n坚持节水优先，构建现代水网，到2033年年底，水渠达到300公里。新建闸门90座以上。\n\n严守生态红线，植树8万株。\n\n二、重点任务\n\n健全管护制度，到2031年年底，管护站达到7座。配备人员60名。\n',
    '意见.txt',
  )
  it.each<[string, number | null]>([
    ['闸门90座', 2033],
    ['植树8万株', null],
    ['人员60名', null],
  ])('%s: %s', (part, year) => expect(sentences.find(({ text }) => text.includes(part))?.facets.year).toBe(year))
})

describe('the points behind dashes that unfold what is to be by a year', () => {
  const { sentences } = parseText(
    '白水县水网行动计划（2031—2033）\n\n一、总体要求\n\n坚持节水优先。到2033年，我县水网更加完善。\n\n——创新能力。打造平台8个。\n\n——管护水平提升。管护站达到90座。配备人员60名。\n\n二、愿景\n\n到2034年，水网成形；到2036年，水网建成。\n\n——节水能力。节水器具普及率达到70%。\n\n三、重点任务\n\n到2032年，建成闸门3座。\n\n新修道路5公里。\n',
    '计划.txt',
  )
  it.each<[string, number | null]>([
    ['平台8个', 2033],
    ['管护站达到90座', 2033],
    ['人员60名', 2033],
    ['达到70%', null],
    ['道路5公里', null],
  ])('%s: %s', (part, year) => expect(sentences.find(({ text }) => text.includes(part))?.facets.year).toBe(year))
})
