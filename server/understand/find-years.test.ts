import { describe, expect, it } from 'vitest'
import { findYears } from './find-years.ts'

const NEWEST = 2031
const years = (question: string, conversation: number | null = null, newest: number | null = NEWEST): readonly number[] =>
  findYears(question, { newest, conversation }).years

describe('findYears', () => {
  it.each<[string, readonly number[]]>([
    ['2029年青江市修了多少水渠', [2029]],
    ['29年青江市修了多少水渠', [2029]],
    ['2029年度目标是多少', [2029]],
    ['2028年和2030年相比', [2028, 2030]],
    ['2030年比2028年多修多少', [2028, 2030]],
    ['2028—2030年各修了多少', [2028, 2029, 2030]],
    ['2028年至2030年各修了多少', [2028, 2029, 2030]],
    ['2028到2030年各修了多少', [2028, 2029, 2030]],
    ['2030年水耗比2028年下降多少', [2030]],
    ['今年的目标是多少', [2031]],
    ['去年修了多少水渠', [2030]],
    ['前年修了多少水渠', [2029]],
    ['明年打算修多少', [2032]],
    ['近三年修了多少', [2029, 2030, 2031]],
    ['最近两年修了多少', [2030, 2031]],
    ['修了多少水渠', []],
    ['三年级学生有多少', []],
    ['水渠长20310米', []],
    ['80年代的水渠有多少', []],
    ['送电能力突破2000万千瓦靠哪条线路', []],
    ['补贴2000元以上的有哪几类', []],
    ['2025家企业入驻了哪个园区', []],
    ['2010多户搬到了哪里', []],
    ['修好2030公里水渠花了多少钱', []],
    ['2030km水渠何时通水', []],
    ['人均收入超过2030了吗', []],
    ['从1900元提高到2010元的是哪一项', []],
    ['补贴1995至2005元', []],
    ['2030个人所得税是多少', [2030]],
    ['2030人均收入目标', [2030]],
    ['2030粮食产量', [2030]],
    ['2028-2030粮食产量', [2028, 2029, 2030]],
    ['二〇三〇年修了多少水渠', [2030]],
    ['二零二九年修了多少水渠', [2029]],
    ['近10年修了多少水渠', []],
    ['10年来修了多少水渠', []],
    ['连续30年没有决口的水渠', []],
    ['94年修了多少水渠', [1994]],
    ['’98年修了多少水渠', [1998]],
    ['94、95年各修了多少', [1994, 1995]],
    ['94年修了多少水渠，跟前一年比是多了还是少了', [1994]],
    ['按50年一遇设防的水渠', []],
    ['建国70年修了多少水渠', []],
    ['今年投资比去年增长多少', [2031]],
    ['今年目标比去年高吗', [2030, 2031]],
    ['今年的主要目标跟2029年比有什么变化', [2029, 2031]],
    ['今年水渠目标比2030年低了多少', [2030, 2031]],
    ['2029年和去年各修了多少水渠', [2029, 2030]],
    ['2030年完成多少，今年目标多少', [2030, 2031]],
    ['2029年的增速比去年高吗', [2029, 2030]],
    ['2030年的目标和去年的完成数', [2029, 2030]],
    ['2030年投资比去年增长多少', [2030]],
    ['2030年政府工作报告里今年的目标和任务', [2030]],
    ['今年（2031年）修多少水渠', [2031]],
    ['2029年提出，今年要修多少水渠', [2029]],
  ])('%s: %j', (question, found) => {
    expect(years(question)).toEqual(found)
  })

  it.each<[string, readonly number[]]>([
    ['那前一年呢', [2028]],
    ['上一年呢', [2028]],
    ['下一年呢', [2030]],
    ['同一年的投资呢', [2029]],
    ['去年呢', [2028]],
    ['今年呢', [2031]],
    ['2025年呢', [2025]],
    ['转过年来呢', [2030]],
    ['转年呢', [2030]],
    ['次年呢', [2030]],
    ['第二年修了多少', [2030]],
    ['来年的目标呢', [2030]],
    ['再往后一年呢', [2030]],
    ['再过一年呢', [2030]],
    ['头一年呢', [2028]],
    ['更早一年呢', [2028]],
    ['再早一年修了多少', [2028]],
    ['比上年增长多少', []],
    ['五年来年均增长多少', [2027, 2028, 2029, 2030, 2031]],
    ['提早一年完成了吗', []],
  ])('in a conversation about 2029, %s: %j', (question, found) => {
    expect(years(question, 2029)).toEqual(found)
  })

  it('counts 去年 and 前年 from the newest year where the conversation is about it or the one before', () => {
    expect(years('去年白水县呢', NEWEST - 1)).toEqual([2030])
    expect(years('前年呢', NEWEST)).toEqual([2029])
    expect(years('前年呢', NEWEST - 1)).toEqual([2029])
    expect(years('去年呢', NEWEST - 1)).toEqual([2029])
  })

  it('finds no relative year where there is nothing to count from', () => {
    for (const question of ['今年修了多少', '去年修了多少', '近三年修了多少', '前一年呢']) expect(years(question, null, null)).toEqual([])
  })

  it('takes the years out of the question and says whether they were counted', () => {
    const explicit = findYears('2029年青江市水渠长度', { newest: NEWEST, conversation: null })
    expect([explicit.rest.trim(), explicit.relative]).toEqual(['青江市水渠长度', false])
    const counted = findYears('去年青江市水渠长度', { newest: NEWEST, conversation: null })
    expect([counted.rest.trim(), counted.relative]).toEqual(['青江市水渠长度', true])
    expect(findYears('2030年水耗比2028年下降多少', { newest: NEWEST, conversation: null }).rest).toContain('比2028年下降')
  })
})

describe('five years gone by', () => {
  it.each<[string, boolean, readonly number[]]>([
    ['五年来修了多少水渠', true, []],
    ['过去五年水渠年均增长多少', true, []],
    ['五年来修了多少水渠', false, [2027, 2028, 2029, 2030, 2031]],
    ['近三年修了多少水渠', true, [2029, 2030, 2031]],
    ['未来五年修多少水渠', true, []],
    ['十五年来修了多少水渠', true, []],
  ])('%s, summed up %s: %j', (question, sumsUp, found) => {
    expect(findYears(question, { newest: NEWEST, conversation: null, sumsUp }).years).toEqual(found)
  })

  it('takes the words out of what is searched for', () => {
    expect(findYears('五年来修了多少水渠', { newest: NEWEST, conversation: null, sumsUp: true })).toMatchObject({
      rest: ' 修了多少水渠',
      summed: true,
    })
  })
})
