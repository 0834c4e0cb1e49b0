import { describe, expect, it } from 'vitest'
import { createAnswerLibrary } from '../support/answer-library.ts'

const rules = await createAnswerLibrary({
  '1.txt': `白塬市牧场数字化奖补实施细则
第一条 为支持牧场数字化改造，制定本细则。
一、奖补标准
（一）对新认定的省、市级领跑牧场，一次性奖励50万元、20万元；对新认定的隐形冠军乳企，一次性奖励30万元。
（二）对接入数据专用通道的牧场每年给予8万元补贴，连续补贴三年，补贴期内不得转让。
（三）对撤销领跑称号的牧场经营主体，收回已拨付的奖补资金。
二、申报时间
每年申报一次，具体时间以当年通知为准。
三、验收
新建牧场的数字化验收应在完成试运行并竣工验收后进行。
四、附则
咨询事宜由市农牧局数字处办理，联系电话：0999-123456。
《白塬市牧场奖励办法》同时废止。
本细则自2031年5月1日起施行。
`,
})

const report = await createAnswerLibrary({
  '1.txt': `青江省2031年政府工作报告
——2031年1月9日在青江省第九届人民代表大会第二次会议上
一、2030年工作回顾
全年生产磷肥757.5万吨、增长1.1%，生产碳酸钠16.9万吨、增长25.3%。柳北国际机场年旅客吞吐量首次突破500万人次。基本养老保险、基本医疗保险参保人数分别增加17万和20万。城镇登记失业率2.9%。推行“云仓积分制”。
二、2031年工作安排
今年主要预期目标是：地区生产总值增长6%，城镇登记失业率控制在4%以内，粮食产量达到90万吨以上。
`,
})

describe('what rules pay, and when', () => {
  it.each([
    ['领跑牧场奖励多少钱？', '50万元'],
    ['数据专用通道补几年？', '三年'],
    ['撤销领跑称号的怎么办？', '收回已拨付的奖补资金'],
    ['什么时候申报？', '每年申报一次'],
    ['验收什么时候做？', '竣工验收后进行'],
    ['咨询电话是多少？', '0999-123456'],
    ['废止了哪个文件？', '《白塬市牧场奖励办法》'],
  ])('%s', async (question, told) => {
    expect((await rules.ask(question)).answer).toContain(told)
  })

  it('asks no sum where those who receive it are counted', async () => {
    expect((await rules.ask('补贴了多少人？')).outcome).toBe('abstained')
  })
})

describe('what reports tell in other words than the name', () => {
  it.each([
    ['磷肥产量', '757.5万吨'],
    ['青江柳北机场旅客吞吐量', '500万人次'],
    ['基本养老保险新增参保多少人？', '17万'],
    ['失业率', '2.9%'],
    ['今年粮食产量和失业率目标', '4%'],
    ['云仓积分制是哪一年提的？', '云仓积分制'],
  ])('%s', async (question, told) => {
    expect((await report.ask(question)).answer).toContain(told)
  })

  it('tells no other product by its deed', async () => {
    expect((await report.ask('钾肥产量')).outcome).toBe('abstained')
  })
})

describe('years set side by side without being named', () => {
  it('tells each year that is held, and which is the highest', async () => {
    const library = await createAnswerLibrary({
      '1.txt': `柳川市2031年政府工作报告
——2031年1月9日在柳川市第九届人民代表大会第二次会议上
一、2030年工作回顾
全年发放创业担保贷款3.8亿元。
`,
      '2.txt': `柳川市2032年政府工作报告
——2032年1月9日在柳川市第九届人民代表大会第三次会议上
一、2031年工作回顾
全年发放创业担保贷款4.5亿元。
`,
    })
    const { answer } = await library.ask('创业担保贷款哪一年发放最多？')
    expect(answer).toContain('3.8亿元')
    expect(answer).toContain('4.5亿元')
    expect(answer).toMatch(/2031年[^。]*(?:高|多)/)
    expect(answer).not.toContain('没有找到')
  })
})
