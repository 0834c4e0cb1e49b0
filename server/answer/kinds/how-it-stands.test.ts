import { describe, expect, it } from 'vitest'
import { createAnswerLibrary } from '../../../tests/support/answer-library.ts'

const library = await createAnswerLibrary({
  '1.txt': `青江市2031年政府工作报告
——2031年1月9日在青江市第九届人民代表大会第二次会议上
一、2030年工作回顾
开放水平不断提升。云岭口岸过货量突破500万吨。全面加强校园餐、小饭桌监管，320家小饭桌实现星级提升。
石桥机场开工建设。
二、2031年工作安排
加快云岭口岸高质量发展，力争年内过货量达到800万吨。依托石桥、云岭两个通用机场，大力发展低空经济等产业，推动文化旅游深度融合，促进各类要素加快集聚，持续提升城市能级。
名词解释
1.城市矿产：指工业化和城镇化过程中产生的可循环利用的钢铁、塑料等资源。
2.红石经验：指别处干部群众创造的就地解决矛盾、治安好的经验。
`,
})
const ask = async (question: string): Promise<string> => (await library.ask(question)).answer

describe('how a thing stands', () => {
  it('is told by results before plans, each with the figure it leads up to', async () => {
    const told = await ask('云岭口岸怎么样？')
    expect(told).toContain('过货量达到800万吨')
    expect(told.indexOf('500万吨')).toBeLessThan(told.indexOf('800万吨'))
    expect(await ask('小饭桌监管搞得怎样？')).toContain('320家小饭桌实现星级提升')
  })
  it('does not end where only the means are named', async () => {
    expect(await ask('石桥通用机场怎么样？')).toContain('大力发展低空经济')
  })
  it('is not told by a list of terms', async () => {
    expect(await ask('青江市城市矿产发展得怎样？')).not.toContain('指工业化')
    expect(await ask('城市矿产是什么意思？')).toContain('指工业化')
  })
})
