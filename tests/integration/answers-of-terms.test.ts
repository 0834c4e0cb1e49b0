import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const TEXTS: Readonly<Record<string, string>> = {
  '先导区方案.txt': `青湾市绿色航运先导区建设实施方案

为加快绿色航运发展，制定本方案。
一、总体要求
（一）工作目标
通过实施“三项工程”，推动全市航运在支撑力、聚集力、创新活力等方面走在前列。
（二）主要目标
到2031年，建成一批特色港口，竞争优势明显提高。
港口运行智能化。基本建成覆盖全部码头的信息系统，船舶进出港更加方便、及时、高效。
岸电使用常态化。到港船舶岸电使用率明显提高，油烟排放得到有效控制，岸线环境得到改善。
船员服务便捷化。船员证照办理实现一网通办，培训、考试、发证更加方便，满意度明显提高。
二、重点任务
（一）实施岸电扩容提升工程。
新建岸电设施120套，覆盖全部货运码头，鼓励船舶使用岸电，完善收费机制，落实补助政策。
（二）实施船队更新改造工程。
新造电动船舶60艘，改造老旧船舶200艘，发展内河集装箱运输，完善配套充电设施，优化航线。
（三）实施港产融合培育工程。
引进临港企业30家，培育航运服务业，建设临港产业园，完善集疏运体系，提高服务能力。
三、名词说明
绿色航道是一种以清洁能源、智能调度等技术为支撑，在船舶航行、停泊、装卸各环节实现低排放的新型航道体系，具有低碳化、智能化等特点。
本方案所称零碳码头，是指全年净排放为零的码头。其认定由市交通局负责。
`,
  '工作报告.txt': `青湾市2031年政府工作报告
——2031年1月12日在青湾市第九届人民代表大会第一次会议上
青湾市市长 孙小湾
各位代表：
一、2031年工作安排
加大“四稳”工作力度，稳就业、稳外贸、稳投资、稳预期，守住民生底线。
落实“五个必到”要求，改进作风。
打造“1+12+N”便民服务网络：1个市级中心，12个县级站点，N代表所有社区（86个）。
推进零基预算改革。
实现全年目标，必须做到“三个聚焦”：
聚焦对外开放，建设内陆港。
完善口岸功能，扩大货运航线。
聚焦陆海统筹，再造一个新港区。
加强岸线管理，保护近海生态。
聚焦民生福祉，增强群众获得感。
做好养老托育，提高社保水平。
用心办好三件民生实事：
一是新增学位900个；二是改造老旧小区12个；三是新建社区食堂8家。
附：有关名词解释
零基预算：指不考虑过去的预算项目和收支水平，以零为基点编制预算。
“双百”行动：指到2033年，培育规上企业100家以上，实施技改项目100个以上。
`,
}

describe('what terms mean and which members they count', () => {
  let library: AnswerLibrary
  beforeAll(async () => {
    library = await createAnswerLibrary(TEXTS)
  })

  it.each<[string, readonly string[]]>([
    ['“三项工程”具体是哪三项？', ['岸电扩容提升工程', '船队更新改造工程', '港产融合培育工程']],
    ['青湾市绿色航运的主要目标归纳成哪三个“化”？', ['港口运行智能化', '岸电使用常态化', '船员服务便捷化']],
    ['“四稳”是哪四稳？', ['稳就业、稳外贸、稳投资、稳预期']],
    ['青湾市2031年三件民生实事是哪三件？', ['学位900个', '小区12个', '食堂8家']],
    ['“三个聚焦”指哪三个？', ['聚焦对外开放', '聚焦陆海统筹', '聚焦民生福祉']],
    ['绿色航道到底是个什么航道？', ['以清洁能源、智能调度等技术为支撑', '新型航道体系']],
    ['零碳码头是什么意思？', ['全年净排放为零的码头', '市交通局']],
    ['什么叫零基预算？', ['以零为基点']],
    ['报告里的“双百”行动是什么意思？', ['规上企业100家以上', '技改项目100个以上']],
  ])('%s', async (question, told) => {
    const { outcome, answer } = await library.ask(question)
    expect(outcome).toBe('answered')
    for (const part of told) expect(answer).toContain(part)
  })

  it('says what one sign of a term stands for where the question goes on about it', async () => {
    const conversation = library.converse()
    await conversation.ask('“1+12+N”便民服务网络是什么？')
    expect((await conversation.ask('其中的N指什么？')).answer).toContain('N代表所有社区（86个）')
  })

  it('tells the members and nothing beside them', async () => {
    const { statements } = await library.ask('“三项工程”具体是哪三项？')
    expect(statements).toHaveLength(3)
  })

  it('says that a term is not explained and shows where it is used', async () => {
    const { outcome, nearest } = await library.ask('“五个必到”是什么意思？')
    expect(outcome).toBe('abstained')
    expect(nearest?.some(({ quote }) => quote.includes('五个必到'))).toBe(true)
  })
})
