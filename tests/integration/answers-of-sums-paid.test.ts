import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const MEASURES = `云溪市促进工业发展若干政策措施
为促进工业高质量发展，制定以下措施。
一、培育企业
（一）培育创新企业。对首次通过国家高新技术企业认定的企业，每家一次性奖励20万元；对新认定的省级“专精特新”中小企业，一次性奖励15万元；对新认定的市级瞪羚企业，一次性奖励8万元。
（二）支持研发平台。对新获批省级重点实验室的企业，给予最高90万元资助。
（三）培养人才。支持企业培养职业经理人，每年组织培训两期，培育独角兽企业。
二、工作机制
（四）规范办理。申请材料齐全的，应在15个工作日内完成审核。企业建设用地须经自然资源部门批准后方可开工。建立反映职工学籍、成绩的数据库（附件1）。
（五）总体思路概括为“一二三”：突出产业强市一条主线，抓住园区扩容、通道建设两个机遇，做好茶叶、竹木、文旅三篇文章。
云溪市人民政府办公室
2031年3月2日
`
const REPORT = `云溪市2031年政府工作报告
——2031年1月8日在云溪市第九届人民代表大会第三次会议上
云溪市人民政府市长 王小青
各位代表：
一、2030年工作回顾
全市地区生产总值增长6.2%。应对大宗商品价格下行，社会消费品零售总额增长5.5%，城乡居民人均可支配收入增长5.4%。中等职业学校招生规模扩大到1.2万人。将失独家庭扶助标准由每人600元提高到780元。
黑石水库因移民安置协议未能签订，开工时间推迟到2031年上半年。技术合同成交额突破50亿元，增长13.1%。
发行专项债券资金46亿元支持项目建设，社会融资规模持续扩大。
二、2031年工作安排
黑石水库5月底前开工。深刻汲取赵某某案件的沉痛教训，抓好作风建设。新建铁路专用线3条。外贸顺差较大的县区要扩大进口，优化公交线路。
`

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '措施.txt': MEASURES, '云溪2031.txt': REPORT })
})

describe('refuses', () => {
  it.each([
    ['a reward for another distinction', '对新认定的国家级绿色工厂一次性奖励多少？', '绿色'],
    ['one for a kind of firm that is only named elsewhere', '云溪市对新认定的独角兽企业一次性奖励多少？', '独角兽'],
    ['one for another certificate', '首次通过知识产权贯标认证的企业奖励多少万元？', '贯标'],
    ['an index that the library never names', '2030年云溪市居民消费价格（CPI）上涨了多少？', ''],
    ['lines of another kind', '2031年云溪市要新建多少条地铁线路？', '地铁线路'],
    ['a figure that stands before another name', '2030年云溪市社会融资规模是多少亿元？', '社会融资规模'],
    ['a sentence whose only figure is its number', '职工要修满多少学分？', ''],
    ['a sum of what is sold otherwise', '2030年云溪市二手房成交面积增长多少？', ''],
  ])('%s: %s', async (_, question, missing) => {
    const answer = await library.ask(question)
    expect(answer.outcome).toBe('abstained')
    expect(answer.missing?.join('；')).toContain(missing)
  })
})

describe('tells', () => {
  it.each([
    ['the rule that was asked for', '新认定的省级“专精特新”中小企业奖多少钱？', '15万元'],
    ['a rule in other words', '第一次评上国家高新技术企业，每家奖多少？', '20万元'],
    ['what a short name stands for', '2030年中职招生扩到了多少人？', '1.2万人'],
    ['a change in another verb', '失独家庭的扶助标准2030年提到了每人多少？', '780元'],
    ['days for working days', '申请材料齐全的，要在多少天内审核完？', '15个工作日'],
    ['why something was not done', '黑石水库为什么没按原计划开工？', '移民安置协议未能签订'],
    ['a term by its parts', '“一二三”思路指的是什么？', '园区扩容'],
    ['what near verbs say', '云溪报告里说要从谁的案子吸取教训？', '赵某某'],
  ])('%s: %s', async (_, question, told) => {
    const answer = await library.ask(question)
    expect(answer.outcome).toBe('answered')
    expect(answer.answer).toContain(told)
  })
})
