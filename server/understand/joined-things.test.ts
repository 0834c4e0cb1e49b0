import { describe, expect, it } from 'vitest'
import { findJoinedThings } from './joined-things.ts'

const WORDS = [
  '专技人才',
  '高技能人才',
  '技工',
  '绿色工厂',
  '绿色园区',
  '新增',
  '秸秆',
  '粪污',
  '综合',
  '利用率',
  '财政',
  '增速',
  '社零',
  '固投',
  '普及率',
  '粮食产量',
  '城镇',
  '农村',
  '居民',
  '收入',
  '和',
  '、',
  '目标',
]

/** Cuts by the longest of a few words. */
function cut(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; ) {
    const word = WORDS.filter((one) => text.startsWith(one, at)).toSorted((a, b) => b.length - a.length)[0] ?? text.charAt(at)
    found.push(word)
    at += word.length
  }
  return found
}

function things(asked: string, stretches: readonly string[], held: readonly string[]): string[] {
  return findJoinedThings(asked, stretches, { cut, mentions: (text) => held.some((sentence) => sentence.includes(text)) }).map(
    ({ question }) => question,
  )
}

describe('things that a question joins', () => {
  it('are each asked about with what is said once for all of them', () => {
    const held = ['新增专技人才1万人、高技能人才3千人。']
    expect(things('专技人才和高技能人才新增多少', ['专技人才和高技能人才新增'], held)).toEqual(['专技人才新增多少', '高技能人才新增多少'])
    expect(things('社零、固投增速', ['社零', '固投增速'], [])).toEqual(['社零增速', '固投增速'])
  })
  it('share the measure that only one of them is named with', () => {
    expect(things('秸秆、粪污综合利用率对比', ['秸秆', '粪污综合利用率'], ['粪污综合利用率达到83%', '秸秆还田'])).toEqual([
      '秸秆综合利用率对比',
      '粪污综合利用率对比',
    ])
  })
  it('keep an amount from the growth that is asked of another', () => {
    expect(things('粮食产量和固投增速', ['粮食产量和固投增速'], ['粮食产量9亿斤'])).toEqual(['粮食产量', '固投增速'])
  })
  it('are counted by the way', () => {
    expect(things('社零、固投这两项目标各是多少', ['社零', '固投这两项目标'], [])).toEqual(['社零目标是多少', '固投目标是多少'])
  })
  it('are one where papers tell them in one breath, or where they are parts of one measure', () => {
    expect(things('绿色工厂和绿色园区多少', ['绿色工厂和绿色园区'], ['新增绿色工厂和绿色园区8家'])).toEqual([])
    expect(things('城镇和农村居民收入增速', ['城镇和农村居民收入增速'], ['城镇居民收入', '农村居民收入'])).toEqual([])
  })
  it('are each asked about where one follows the question for the other', () => {
    expect(things('2031年固投增长多少？社零呢', ['固投增长', '社零'], [])).toEqual(['2031年固投增长多少', '2031年社零多少'])
    expect(things('2031年固投增长多少？青江呢', ['固投增长'], [])).toEqual([])
  })
  it('are none where a piece names nothing', () => {
    expect(things('普及率多少', ['普及率'], ['普及率'])).toEqual([])
    expect(things('甲乙丙和绿色工厂多少', ['甲乙丙和绿色工厂'], ['绿色工厂'])).toEqual([])
  })
})
