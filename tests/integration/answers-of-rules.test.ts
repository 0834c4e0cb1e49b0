import { beforeAll, describe, expect, it } from 'vitest'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { parseText } from '../support/parse-text.ts'

const APPROVAL = `青河省人民政府关于白水市国土空间规划（2021—2035年）的批复
青政文〔2031〕63号

白水市人民政府：
现批复如下：
一、优化中心城区功能。中心城区规划面积642平方公里，到2035年，常住人口规模控制在210万人左右。

青河省人民政府
2031年5月28日
`
const RULES = `白水市2031年无人配送车管理细则
第一条 测试车辆发生下列情形之一的，应当撤销通知书：
（一）测试活动具有重大安全风险的；
（二）有严重交通违法行为的；
（三）发生事故造成人员重伤、死亡，车方负主要以上责任的。
被撤销的，应当收回号牌。
第二条 测试车辆应当存储事故发生前至少90秒的数据，数据存储时间不少于3年。
第三条 发生重伤以上事故的，测试单位应当在24小时内上报主管部门。
`
const REPORT = `白水市2031年政府工作报告
——2031年1月8日在白水市第九届人民代表大会第三次会议上
各位代表：
一、2030年工作回顾
奶产量1.94万吨，下降5.3%。细颗粒物年均浓度27微克/立方米。完成造林309万亩、种草480万亩。
我市数字经济还不够强，突出表现在三个方面：一是关键技术缺。核心部件多靠外购。二是企业转型慢。三是人才外流多。要认真加以解决。
二、2031年工作安排
（一）抓好农业和农村工作。要稳定农村基本政策。第一，调整农业结构。引导农民种优质粮。第二，加强水利建设。新修灌渠120公里。第三，减轻农民负担。清理收费18项。
`

describe('rules, approvals and things counted', () => {
  let library: AnswerLibrary
  beforeAll(async () => {
    library = await createAnswerLibrary({ '批复.txt': APPROVAL, '细则.txt': RULES, '报告.txt': REPORT })
  })

  it('reads the number below a title as a number, and the year of an approval from its date', () => {
    const { title, number, year } = parseText(APPROVAL, '批复.txt').metadata
    expect(title).toBe('青河省人民政府关于白水市国土空间规划（2021—2035年）的批复')
    expect(number).toBe('青政文〔2031〕63号')
    expect(year).toBe(2031)
  })

  it('lists the last line of a list too, which ends in a full stop', async () => {
    const { answer } = await library.ask('哪几种情形会被撤销通知书？')
    for (const told of ['重大安全风险', '严重交通违法', '负主要以上责任']) expect(answer).toContain(told)
    expect(answer).not.toContain('收回号牌')
  })

  it('counts on over the sentences between', async () => {
    const { answer } = await library.ask('白水市数字经济不够强表现在哪三个方面？')
    for (const told of ['一是关键技术缺', '二是企业转型慢', '三是人才外流多']) expect(answer).toContain(told)
  })

  it('gives both figures that are asked for, and how long something may take', async () => {
    const { answer } = await library.ask('测试车出事故前至少存储多少秒的数据，存多少年？')
    expect(answer).toContain('90秒')
    expect(answer).toContain('3年')
    expect((await library.ask('发生重伤事故，测试单位多久内上报？')).answer).toContain('24小时内')
  })

  it('answers from the paper of a wider place whose title names the place', async () => {
    expect((await library.ask('到2035年白水市中心城区常住人口控制在多少？')).answer).toContain('210万人左右')
  })

  it('finds a product with one character before what is measured, and an everyday name of what is in the air', async () => {
    expect((await library.ask('白水市去年奶产量是多少？')).answer).toContain('1.94万吨')
    expect((await library.ask('白水市PM2.5是多少？')).answer).toContain('27微克/立方米')
  })

  it('refuses a measure that no paper names', async () => {
    expect((await library.ask('白水市机场旅客吞吐量是多少？')).outcome).toBe('abstained')
  })

  it('reads what is measured without the word for results, and an order without a unit', async () => {
    expect((await library.ask('白水市2030年实际造林多少万亩？')).answer).toContain('309万亩')
  })

  it('names the points of a subject where they are asked for', async () => {
    const { answer } = await library.ask('白水市2031年农业和农村工作部署了哪几项？')
    for (const told of ['第一，调整农业结构', '第二，加强水利建设', '第三，减轻农民负担']) expect(answer).toContain(told)
    expect(answer).not.toContain('120公里')
  })
})
