import { describe, expect, it } from 'vitest'
import { focusStretches, isContentFree } from './focus.ts'
import { exchangeSubject, inheritFocus, leansOnPrevious, namesOnlyChange, withoutOtherTense, withoutReplacedChange } from './follow-up.ts'
import { readSlots, type Slots } from './slots.ts'

const previous: Slots = {
  question: '2031年青江市水渠长度目标',
  years: [2031],
  places: [],
  focus: [{ text: '水渠长度', weight: 1 }],
  kind: 'value',
  expected: { kind: 'figure', unit: '' },
  tense: 'target',
  cited: [],
}

describe('focusStretches', () => {
  it.each<[string, readonly string[]]>([
    ['请问水渠长度是多少？', ['水渠长度']],
    ['水渠长度，是多少呢', ['水渠长度']],
    ['蚕桑产值和水渠长度分别是多少', ['蚕桑产值和水渠长度']],
    ['是多少？', []],
    ['水渠长度（不是管道长度）是多少', ['水渠长度']],
    ['通水靠的是哪条水渠投运', ['通水', '水渠投运']],
    ['报告里对蚕桑产业是怎么说的', ['蚕桑产业']],
    ['“一渠三带”在报告中是怎么写的', ['“一渠三带”']],
    ['讲的“一渠三带”', ['“一渠三带”']],
    ['灌溉规划里，跨县用水这件事怎么定的', ['灌溉规划', '跨县用水']],
    ['水渠最后实际修了多少', ['水渠实际修']],
    ['哪座水库把全县这块空白补上', ['水库', '全县空白补上']],
    ['水利博览会要办的又是第几届', ['水利博览会']],
    ['水利博览会今年评的是第几届', ['水利博览会今年']],
    ['报告承认灌溉中哪方面薄弱', ['灌溉中', '薄弱']],
    ['灌区的节水示范区到', ['灌区的节水示范区']],
    ['粮食总产量达到多少', ['粮食总产量']],
    ['要修多少水渠', ['修', '水渠']],
    ['要素市场有哪些', ['要素市场']],
    ['青少年运动会', ['青少年运动会']],
  ])('of “%s” are %j', (question, stretches) => {
    expect(focusStretches(question)).toEqual(stretches)
  })

  it('know when nothing of content is left', () => {
    expect(isContentFree(focusStretches('目标是多少？'))).toBe(true)
    expect(isContentFree(focusStretches('实际完成了多少？'))).toBe(true)
    expect(isContentFree(focusStretches('水渠修了多少？'))).toBe(false)
  })
})

describe('exchangeSubject', () => {
  const cut = (text: string): string[] => text.match(/../g) ?? []
  const mentions = (text: string): boolean => '力争桑叶、茶叶产业产值分别增长'.includes(text)
  const asked = (question: string, focus: Slots['focus']) => exchangeSubject(question, { ...previous, focus }, cut, mentions)?.map(({ text }) => text)

  it('puts what a bare follow-up names in the place of the subject, and drops what was said of that', () => {
    const focus = [{ text: '蚕桑产业产值要保持', weight: 1 }]
    expect(asked('茶叶呢？', focus)).toEqual(['茶叶产业产值'])
    expect(asked('那桑叶和茶叶呢？', focus)).toEqual(['桑叶、茶叶产业产值'])
  })

  it('leaves other follow-ups as they are', () => {
    expect(asked('茶叶呢？', [{ text: '水渠长度', weight: 1 }])).toBeUndefined()
    expect(asked('茶叶多少？', [{ text: '蚕桑产业产值', weight: 1 }])).toBeUndefined()
    expect(
      asked('茶叶呢？', [
        { text: '蚕桑产业产值', weight: 1 },
        { text: '个竣工', weight: 1 },
      ]),
    ).toBeUndefined()
  })
})

describe('inheritFocus', () => {
  it('remembers less of what was asked before beside an indicator by its full name', () => {
    const inherited = (text: string) => inheritFocus([{ text, weight: 1 }], false, previous).at(-1)?.weight
    expect(inherited('固定资产投资')).toBeLessThan(0.5)
    expect(inherited('蚕桑')).toBe(0.5)
  })
})

describe('namesOnlyChange', () => {
  it('knows a follow-up that names nothing but a change', () => {
    expect(namesOnlyChange(focusStretches('准备增加多少？'))).toBe(true)
    expect(namesOnlyChange(focusStretches('水渠要增加多少？'))).toBe(false)
  })
})

describe('leansOnPrevious', () => {
  const leans = (question: string, hasYear = false, hasPlace = false): boolean =>
    leansOnPrevious(question, focusStretches(question), hasYear, hasPlace)
  it.each(['那白水县呢？', '2030年呢？', '它的产值', '其中水渠多长', '前一年呢', '和去年比怎么样', '目标是多少？', '水渠修了多长？'])(
    '%s does',
    (question) => {
      expect(leans(question)).toBe(true)
    },
  )
  it('a long question, or one with a year or a place of its own, does not', () => {
    expect(leans('青江市在兴修水利方面安排了哪些重点工程和任务？')).toBe(false)
    expect(leans('水渠修了多长？', true)).toBe(false)
    expect(leans('水渠修了多长？', false, true)).toBe(false)
  })
})

describe('inheritFocus', () => {
  it('keeps the subject of the turn before undiminished where the question has none', () => {
    expect(inheritFocus([], true, previous)).toEqual(previous.focus)
  })

  it('puts new words first and lets old ones fade away over the turns', () => {
    let focus = inheritFocus([{ text: '蚕桑产值', weight: 1 }], false, previous)
    expect(focus.map(({ text }) => text)).toEqual(['蚕桑产值', '水渠长度'])
    expect(focus[1]?.weight).toBeLessThan(1)
    for (const text of ['学位数量', '公交线路', '植树株数']) focus = inheritFocus([{ text, weight: 1 }], false, { ...previous, focus })
    expect(focus.map(({ text }) => text)).not.toContain('水渠长度')
    expect(focus[0]).toEqual({ text: '植树株数', weight: 1 })
  })
})

describe('readSlots', () => {
  it('reads what it wrote, after JSON', () => expect(readSlots(JSON.parse(JSON.stringify(previous)))).toEqual(previous))
  it.each([null, undefined, 3, 'x', [], {}, { question: '', focus: 'x', years: [] }])('does not read %j', (value) => {
    expect(readSlots(value)).toBeNull()
  })
})

describe('withoutOtherTense', () => {
  const asking = (text: string, tense: Slots['tense']): Slots => ({ ...previous, focus: [{ text, weight: 1 }], tense })
  it.each<[string, Slots['tense'], Slots['tense'], string]>([
    ['水渠长度目标', 'target', 'actual', '水渠长度'],
    ['蚕桑产值的预期目标', 'target', 'actual', '蚕桑产值'],
    ['蚕桑产值实际完成', 'actual', 'target', '蚕桑产值'],
    ['蚕桑产值完成情况', 'actual', 'target', '蚕桑产值'],
    ['水渠长度目标', 'target', null, '水渠长度目标'],
    ['水渠长度目标', 'target', 'target', '水渠长度目标'],
    ['目标', 'target', 'actual', '目标'],
  ])('of “%s” (%s), asked on for %s, leaves “%s”', (text, tense, asked, left) => {
    expect(withoutOtherTense(asking(text, tense), asked).focus[0]?.text).toBe(left)
  })
})

describe('withoutReplacedChange', () => {
  const changed: Slots = { ...previous, focus: [...previous.focus, { text: '五年提高', weight: 1 }] }

  it('lets go of what grew over years where the follow-up asks how much it is', () => {
    expect(withoutReplacedChange(changed, '那邻县现在是多少？').focus).toEqual(previous.focus)
  })

  it.each(['那邻县呢？', '那邻县提高了多少？'])('keeps it for %s', (asked) => {
    expect(withoutReplacedChange(changed, asked)).toBe(changed)
  })

  it('keeps a change that is all that was asked for', () => {
    const only: Slots = { ...previous, focus: [{ text: '五年提高', weight: 1 }] }
    expect(withoutReplacedChange(only, '现在是多少？')).toBe(only)
  })
})
