import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const CITY = `青江市2031年政府工作报告
——2031年1月8日在青江市第九届人民代表大会第三次会议上
青江市人民政府市长 王小青
各位代表：
一、2030年工作回顾
过去一年，全市地区生产总值达到812.5亿元，增长6.2%，增速居全省第3位。城镇调查失业率平均为5.1%。全体居民人均可支配收入32150元，增长5.4%。
一般公共预算收入增长4.1%，一般公共预算支出首次突破200亿元。社会消费品零售总额增长5.5%。“新三样”出口增长21%，举办文体赛事拉动消费12亿元。优化消费券发放机制。
青江机场迁建项目获批，全年接待游客1310万人次。石桥镇入选全国重点镇，全市新建公办幼儿园12所。市第二医院新院区投入使用，新增床位600张。
柳湖水库下闸蓄水，新增供水能力3200万立方米。新增国家级绿色工厂4家。新增高新技术企业61家。
支持云帆新材建设固体电池中试线，新材料产业产值突破90亿元。
二、“二五”时期发展成就
五年来，一般公共预算收入累计完成305亿元，年均增长5.2%；改造老旧小区210个；常住人口城镇化率由58.1%提高到63.4%；高新技术企业由120家增加到402家。
三、2031年工作安排
创建5个智慧物流配送示范城市，建设商贸综合体2座。加快青江机场迁建，确保柳湖东路2031年9月底前通车。举办青江国际龙舟赛等活动30场以上。
`

let library: AnswerLibrary
beforeAll(async () => {
  library = await createAnswerLibrary({ '青江2031.txt': CITY })
})

describe('a figure that is near the one asked for is no answer', () => {
  it.each([
    ['of another place in the same paper', '石桥镇2030年地区生产总值是多少？', ''],
    ['of people of another kind', '青江市2030年城镇居民人均可支配收入多少元？', '城镇'],
    ['of the other rate of its kind', '青江市2030年城镇登记失业率是多少？', '登记失业'],
    ['a whole for a head', '青江市2030年人均地区生产总值多少元？', '人均'],
    ['an amount for its growth', '青江市2030年一般公共预算支出增长百分之几？', ''],
    ['growth for an amount', '青江市2030年社会消费品零售总额是多少亿元？', ''],
    ['of several years', '青江市2030年改造了多少个老旧小区？', '2030年'],
    ['in another unit', '柳湖水库的总库容是多少万立方米？', '库容'],
    ['of another thing with a longer name', '到2031年青江市要建成多少个智慧城市？', '智慧城市'],
    ['of another thing of that kind', '青江市2030年新增养老床位多少张？', '养老床位'],
    ['of another level', '青江市2030年新增省级绿色工厂多少家？', '省级'],
    ['of something else with the same site', '青江机场2030年旅客吞吐量多少万人次？', ''],
    ['a sum of another kind', '云帆新材的固体电池中试线总投资多少亿元？', '投资'],
    ['of a part of it', '青江市2030年出口增长百分之几？', '一部分'],
    ['of what the paper names elsewhere', '青江市2030年发放了多少亿元消费券？', '消费券'],
    ['a rank by another measure', '青江市2030年地区生产总值总量居全省第几位？', '位次'],
    ['a rank among others', '青江市2030年地区生产总值增速居全国第几位？', '位次'],
    ['the builder of what is only built', '青江机场迁建项目由哪家公司承建？', '承建'],
    ['the time of another project', '青江机场什么时候建成投用？', ''],
    ['of things where people were asked for', '青江国际龙舟赛2031年吸引了多少游客？', ''],
  ])('%s: %s', async (_, question, missing) => {
    const answer = await library.ask(question)
    expect(answer.outcome).toBe('abstained')
    expect(answer.missing?.join('；')).toContain(missing)
    expect(answer.nearest?.length).toBeGreaterThan(0)
  })
})

describe('the figure itself is', () => {
  it.each([
    ['青江市2030年地区生产总值是多少亿元？', '812.5亿元'],
    ['青江市2030年城镇调查失业率是多少？', '5.1%'],
    ['青江市2030年居民人均可支配收入多少元？', '32150元'],
    ['青江市2030年社会消费品零售总额增长百分之几？', '5.5%'],
    ['青江市2030年地区生产总值增速居全省第几位？', '第3位'],
    ['柳湖东路什么时候通车？', '2031年9月底前'],
    ['青江市2030年接待了多少游客？', '1310万人次'],
    ['柳湖水库新增供水能力多少万立方米？', '3200万立方米'],
    ['五年来青江市改造了多少个老旧小区？', '210个'],
    ['青江市2030年新增国家级绿色工厂多少家？', '4家'],
    ['青江市2030年新建多少所公办幼儿园？', '12所'],
    ['青江市2031年要创建多少个智慧物流配送示范城市？', '5个'],
  ])('%s', async (question, figure) => {
    const answer = await library.ask(question)
    expect(answer.outcome).toBe('answered')
    expect(answer.answer).toContain(figure)
  })

  it.each([
    ['青江市2030年常住人口城镇化率达到多少？', '63.4%'],
    ['青江市2030年有多少家高新技术企业？', '402家'],
  ])('where a span of years ended: %s', async (question, figure) => expect((await library.ask(question)).answer).toContain(figure))
})

it('says in the refusal what the nearest sentences lack', async () => {
  const answer = await library.ask('青江市2030年城镇登记失业率是多少？')
  expect(answer.reason).toContain('相近的原文里没有：')
  expect(answer.answer).toContain('城镇调查失业率平均为5.1%')
})

it('names no one for an office that no sentence speaks of', async () => {
  expect((await library.ask('石桥镇现任镇长是谁？')).outcome).toBe('abstained')
})

it('takes amounts that are told of town and country at once', async () => {
  const county = await createAnswerLibrary({
    '白水2031.txt': `白水县2031年政府工作报告
——2031年1月8日在白水县第九届人民代表大会第三次会议上
白水县人民政府县长 李小白
各位代表：
一、2030年工作回顾
预计全年城乡居民人均可支配收入36120元、17895元，分别增长5.6%和7.9%。
`,
  })
  expect((await county.ask('白水县2030年农村居民人均可支配收入多少元？')).answer).toContain('17895元')
})
