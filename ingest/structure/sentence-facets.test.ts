import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import type { SentenceFacets } from '../corpus/sentence.ts'
import { inHalfWidth } from '../text/half-width.ts'

const review = '一、2030年工作回顾'.replace('2030年', '')
const plan = '二、工作安排'

/** The facets of a sentence that stands in a part of a report of 2031. */
function facetsOf(sentence: string, heading: string, title = '青江市白水县2031年政府工作报告'): SentenceFacets {
  const { sentences } = parseText(`${title}\n\n各位代表：\n\n${heading}\n\n${sentence}\n\n各项工作有序开展，群众生活继续改善。\n`)
  const found = sentences.find(({ text }) => text === inHalfWidth(sentence))
  if (!found) throw new Error(`Not one sentence: ${sentence}`)
  return found.facets
}

describe('the year of a sentence', () => {
  it.each<[string, number | null]>([
    ['今年修建水渠三十公里。', 2031],
    ['年内修建水渠三十公里。', 2031],
    ['去年修建水渠三十公里。', 2030],
    ['上年修建水渠三十公里。', 2030],
    ['继续执行去年出台的水价办法，新增减免三十万元。', 2031],
    ['前年修建水渠三十公里。', 2029],
    ['2028年修建水渠三十公里。', 2028],
    ['2030年完成投资三亿元，比2022年增加一亿元。', 2030],
    ['完成投资三亿元，比2022年增加一亿元。', 2031],
    ['完成投资三亿元，快于2030年两个百分点。', 2031],
    ['预计全年修建水渠三十公里。', 2031],
    ['修建水渠三十公里。', 2031],
    ['修建水渠三十公里，比上年增长5%。', 2031],
    ['“十五五”时期累计修建水渠三百公里。', null],
    ['五年来累计修建水渠三百公里。', null],
    ['五年内修建水渠三百公里。', null],
    ['今后三年修建水渠三百公里。', null],
    ['编制《青江市2026—2040年水网规划》。', 2031],
    ['过去一年，修建水渠三十公里。', 2030],
    ['本办法自2031年5月1日起施行，有效期至2036年4月30日。', 2031],
    ['在提高质量的基础上年均修建水渠三十公里。', 2031],
    ['修建水渠30公里，到2034年水渠总长达到300公里。', 2031],
    ['今年在城区修建水渠，2034年覆盖全县。', 2031],
    ['推进水渠修建，到2034年水渠总长达到300公里。', 2034],
    ['水渠由2026年的三十公里增加到2030年的九十公里。', 2030],
    ['到２０３４年修建水渠三十公里。', 2034],
    ['到二〇三四年修建水渠三十公里。', 2034],
  ])('in the part that plans: %s %s', (sentence, year) => {
    expect(facetsOf(sentence, plan).year).toBe(year)
  })

  it.each<[string, number | null]>([
    ['修建水渠三十公里。', 2030],
    ['全年修建水渠三十公里。', 2030],
    ['预计全年修建水渠三十公里。', 2030],
    ['修建水渠三十公里，同比增长5%。', 2030],
    ['今年以来修建水渠三十公里。', 2031],
    ['年内修建水渠三十公里。', 2030],
    ['县城申办2033年节水大会获得成功。', 2030],
    ['渗漏率下降2个百分点，为近五年来最大降幅。', 2030],
    ['渗漏率下降2个百分点，降幅创五年来新高。', 2030],
    ['近五年来修建水渠三百公里。', null],
    ['今年修建水渠要在2028年水平的基础上压缩20%。', 2031],
    ['在2028年的基础上修建水渠三公里。', 2030],
    ['结合2028年评价中的问题，修订水渠养护办法。', 2030],
    ['根据2028年会议的部署，修建水渠三公里。', 2030],
    ['根据2028年全县普查结果，水渠长三公里。', 2028],
    ['修建水渠30公里，为今年开局打下了基础。', 2030],
    ['完成投资3亿元，今年计划完成5亿元。', 2030],
    ['2029年开工的水渠建成通水。', 2029],
    ['水渠普及率达到77%，三项工程延期至2031年8月底完成。', 2030],
    ['水渠规模不断扩大，完成2028年老渠改造收尾，2030年，新修水渠3公里。', 2030],
    ['50个村用上自来水，2029年4月退出缺水名单。', 2029],
    ['灌溉水利用率从2026年的51%提高到2030年的70%。', 2030],
    ['修建水渠三十公里，比2030年增加一公里。', 2031],
    ['修建水渠三十公里，比2030年同期增加一公里。', 2030],
    ['据统计，1 9 9 7年修建水渠三十公里。', 1997],
  ])('in the part that reviews: %s %s', (sentence, year) => {
    expect(facetsOf(sentence, review).year).toBe(year)
  })

  it('follows the year of the heading above it', () => {
    expect(facetsOf('修建水渠三十公里。', '一、2028年工作回顾').year).toBe(2028)
  })

  it('is the year of its title in a bulletin of statistics', () => {
    expect(facetsOf('全年修建水渠三十公里。', '一、综合', '青江市2030年国民经济和社会发展统计公报').year).toBe(2030)
  })

  it('is unknown in a document without a year, unless the sentence names one', () => {
    const { sentences } = parseText('一、修渠\n\n修建水渠三十公里，灌溉农田。\n\n2028年修建水渠三公里，植树造林。\n', '附一.txt')
    expect(sentences.map(({ facets }) => facets.year)).toEqual([null, null, 2028])
  })

  it('comes from the lead-in where a list item names none', () => {
    const { sentences } = parseText(`青江市2031年政府工作报告\n\n各位代表：\n\n${plan}\n\n2033年要做好以下工作：\n● 修建水渠三十公里\n● 植树五万株\n`)
    expect(sentences.filter(({ role }) => role === 'item').map(({ facets }) => facets.year)).toEqual([2033, 2033])
  })
})

describe('the tense of a sentence', () => {
  it('is that of an aim where it says by what later year', () => {
    const heading = '三、水渠'
    expect(facetsOf('到2034年，水渠总长达到300公里，通水率达到96%。', heading).tense).toBe('target')
    expect(facetsOf('到2030年，水渠总长达到300公里，通水率达到96%。', heading).tense).toBe(null)
  })

  it.each<[string, string, string | null]>([
    ['修建水渠三十公里。', review, 'actual'],
    ['力争修建水渠三十公里。', plan, 'target'],
    ['修建水渠三十公里。', plan, 'target'],
    ['去年完成了水渠三十公里。', plan, 'actual'],
    ['四年修渠30公里，其中去年修渠9公里。', plan, 'actual'],
    ['提出水渠增长3%左右，考虑了去年的基数。', plan, 'target'],
    ['水渠已建成三十公里。', plan, 'actual'],
    ['确保水渠投资增长5%。', plan, 'target'],
    ['落实好去年确定的水价办法，减免三十万元。', plan, 'target'],
    ['去年确定的水价办法减免三十万元。', plan, 'actual'],
    ['目前全县有水渠三十公里。', plan, 'actual'],
    ['截至上月底，全县有水渠三十公里。', plan, 'actual'],
    ['近年来，全县修建水渠三十公里。', plan, 'actual'],
    ['建县以来，全县修建水渠三十公里。', plan, 'actual'],
    ['供水规模达到9万吨，同比增长18%。', plan, 'actual'],
    ['供水规模达到9万吨，同比增长18%以上。', plan, 'target'],
    ['实现了这个目标，水渠将比2020年增长一倍。', plan, 'target'],
    ['从2026年到2029年，全县修建水渠三百公里。', plan, 'actual'],
    ['从2031年到2034年，全县修建水渠三百公里。', plan, 'target'],
    ['提前达到第六个五年计划规定的水渠长度。', '三、水渠', null],
    ['第六个五年计划规定水渠长度三百公里。', '三、水渠', 'target'],
    ['计划生育工作水平提高。', '三、水渠', null],
  ])('%s under %s is %s', (sentence, heading, tense) => {
    expect(facetsOf(sentence, heading).tense).toBe(tense)
  })
})

describe('an entry of a list of terms', () => {
  it.each(['1.源头活水工程：到2034年，修建水渠三十公里。', '2.四水同治：治洪水、治污水、保供水、抓节水。'])(
    'is of no year, done or to be done: %s',
    (entry) => {
      expect(facetsOf(entry, '名词解释')).toEqual({ year: null, place: '白水县', tense: null })
    },
  )
})

describe('the place of a sentence', () => {
  it.each<[string, string]>([
    ['修建水渠三十公里。', '白水县'],
    ['全县修建水渠三十公里。', '白水县'],
    ['我县修建水渠三十公里。', '白水县'],
    ['全市修建水渠三十公里。', '青江市'],
    ['我市修建水渠三十公里。', '青江市'],
    ['居全市前列的水渠建成通水。', '白水县'],
  ])('%s is about %s', (sentence, place) => {
    expect(facetsOf(sentence, review).place).toBe(place)
  })

  it('is the document’s own in a city’s paper', () => {
    expect(facetsOf('全市修建水渠三十公里。', review, '青江市2031年政府工作报告').place).toBe('青江市')
  })
})
