import { describe, expect, it } from 'vitest'
import { lacksMembers } from './lacking-members.ts'

const told = (...texts: string[]) => texts.map((text) => ({ text, rows: [] }))

const isCity = (text: string) => /青河|白石/.test(text)

describe('lacksMembers', () => {
  it.each([
    ['升格的两所高校是哪两所？', '两所高校实现升格，5所高职院校入选国家新一轮计划。'],
    ['审议的5件法规草案具体是哪几件？', '提请审议法规草案5件，行政决策科学性、民主性、合法性得到加强。'],
    ['青河、白石等10个县区具体是哪10个？', '青河、白石等10个县区通了新的高速公路。'],
    ['新开工的那10项重点工程，具体是哪10个项目？', '新开工10项国家重点建设工程。'],
    ['去年推进的22项重大工程具体是什么？', '推进重大工程22项、技改项目1026个。'],
    ['今年建成哪几条铁路？', '抓好6条续建铁路建设，铁路里程突破3400公里。'],
    ['新创建的现代农业产业园是哪几个？', '新创建现代农业产业园3个、产业集群1个。'],
  ])('%s is not answered by a number', (asked, text) => expect(lacksMembers(asked, told(text), isCity)).toBe(true))

  it.each([
    ['千亿级产业是哪6个？', '打造粮食、蔗糖、水果、蔬菜、畜禽、渔业6个千亿级产业。'],
    ['三大工程是哪三个？', '实施三个工程，即强基工程、扩容工程和下沉工程。'],
    ['要办好哪三件事？', '重点办好三件事：修路；架桥；通水。'],
    ['哪几个城市新设了综合试验区？', '新增青河、白石、石湖综合试验区，新设企业12家。'],
    ['哪两个县建成了水库？', '青河县建成水库，两个泵站投用。'],
    ['新建了多少个公园？', '新建公园3个。'],
    ['今年建成哪几条铁路？', '抓好6条续建铁路建设，今年建成青柳、白沙铁路。'],
  ])('%s', (asked, text) => expect(lacksMembers(asked, told(text), isCity)).toBe(false))

  it('wants a city where cities are asked for', () => {
    expect(lacksMembers('首批入选试点的是哪几座城市？', told('在限定区域内开展试点。'), isCity)).toBe(true)
    expect(lacksMembers('首批入选试点的是哪几座城市？', told('青河、白石首批入选试点。'), isCity)).toBe(false)
  })

  it('counts names of the kind that is asked for in whatever clauses they stand', () => {
    const asked = '4个区域中心，建成的和快建成的分别是哪些医院？'
    expect(lacksMembers(asked, told('4个区域中心进展顺利，青河医院、白石医院建成，石湖医院、柳林医院即将建成。'), isCity)).toBe(false)
    expect(lacksMembers(asked, told('4个区域中心进展顺利，医院、学校建设加快。'), isCity)).toBe(true)
  })

  it('leaves alone an answer that names them one by one', () => {
    expect(lacksMembers('是哪三个方面？', told('突出抓好三个方面。', '强产业。', '惠民生。'), isCity)).toBe(false)
  })
})
