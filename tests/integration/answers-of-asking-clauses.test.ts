import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const PILOT = `白水市低空飞行器试飞管理办法
（2031年3月5日印发）
第一条 试飞单位应当符合下列条件：
（一）在本市登记注册；
（二）具备实时监控能力。
第二条 试飞期间，飞行器发生一般事故，试飞单位未履行安全责任等情形，应当暂停试飞并整改。飞行器存在严重隐患且无法消除等情形，应当退出试飞。
第三条 试飞单位属于内资企业的，应当取得测绘资质；属于外商投资企业的，应当委托有测绘资质的单位开展测绘。
第四条 正常的飞行记录保存在试飞单位，不上报；异常的飞行记录应当逐级报送市交通局。
第五条 试飞认定工作由市交通局负责；各县负责本地区的申报和指导。认定每年开展一次。
第六条 未取得临时牌照的飞行器，不得起飞。飞行器从机库到试飞区的转场，应由人工操作。
`
const PLAN = `白水市智能水务建设方案（2031—2035年）
一、建设目标
到2032年底，基本建成智能水务平台，力争改造泵站40座。
到2035年底，全市供水管网全面数字化，力争漏损率降到7%以下。
二、征集方向
（一）智能泵站。围绕远程启停征集产品。
（二）管网监测。围绕漏损预警征集产品。
（三）水质预警。围绕在线检测征集产品。
三、重点任务
1.建设智能泵站。推进远程启停。（责任单位：市水务局、市财政局）
2.完善管网监测。布设传感器。（责任单位：市住建局、市大数据局）
`

const SILENT = `关于推进数字工地的实施意见
为贯彻上级文件和《青岛市人民政府办公厅关于建筑业的意见》精神，结合我市实际，制定本意见。
一、主要目标
到2033年，全市90%以上的工地接入数字平台。
二、基本原则
（一）坚持市场主导。
（二）坚持试点先行。
（三）坚持绿色低碳。
三、重点任务
推广塔吊黑匣子，完善扬尘监测。
`
const REVIEW = `白水市水务集团经营回顾
供水产值2030年比2029年增长5.3%，2031年又比2030年增长7.1%。
`

describe('questions whose clauses or sides each ask for something', () => {
  let library: AnswerLibrary
  beforeAll(async () => {
    library = await createAnswerLibrary({ '办法.txt': PILOT, '方案.txt': PLAN, '回顾.txt': REVIEW, '意见.txt': SILENT })
  })

  it.each<[string, readonly string[]]>([
    ['试飞中，出现什么情形要暂停，什么情形要退出？', ['发生一般事故', '暂停试飞', '严重隐患', '退出试飞']],
    ['搞测绘，内资飞手公司和外资飞手公司分别得怎么办？', ['取得测绘资质', '委托有测绘资质的单位']],
    ['飞行记录，正常的和异常的分别怎么报？', ['不上报', '逐级报送市交通局']],
    ['试飞认定工作由谁负责，各县负责什么？', ['市交通局', '申报和指导']],
    ['智能水务到2032年底和2035年底的目标分别是什么？', ['改造泵站40座', '漏损率降到7%以下']],
  ])('%s', async (question, told) => {
    const { answer } = await library.ask(question)
    for (const one of told) expect(answer).toContain(one)
  })

  it('tells what must be done with what the question names, not what must not be done elsewhere', async () => {
    expect((await library.ask('飞行器从机库到试飞区转场可以不用人工操作吗？')).answer).toContain('应由人工操作')
  })

  it('tells how often something is done', async () => {
    expect((await library.ask('试飞认定多久开展一次？')).answer).toContain('每年开展一次')
  })

  it('tells a later year that goes on about what the earlier one names', async () => {
    const { answer } = await library.ask('2031年供水产值增长多少？')
    expect(answer).toContain('2031年又比2030年增长7.1%')
  })

  it('takes a paper that speaks of 我市 as that of the one city it names', async () => {
    expect((await library.ask('青岛到2033年多少工地要接入数字平台？')).answer).toContain('90%以上')
  })

  it('lists what stands under the heading that the question names', async () => {
    const { answer } = await library.ask('智能水务方案征集哪几个方向？')
    for (const one of ['智能泵站', '管网监测', '水质预警']) expect(answer).toContain(one)
  })
})
