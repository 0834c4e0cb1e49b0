import { describe, expect, it } from 'vitest'
import { createAnswerLibrary } from '../../../tests/support/answer-library.ts'

const library = await createAnswerLibrary({
  '1.txt': `贵州省2031年政府工作报告
——2031年1月9日在贵州省第九届人民代表大会第二次会议上
一、2030年工作回顾
蛋禽企业入选国家龙头，遵义市成功创建国家先行区，农产品加工转化率达到80%。毕节港开港。
二、2031年工作安排
推进遵义现代牧业转型试点建设，农产品加工转化率达到85%以上。支持遵义建设算力项目。
`,
})
const ask = async (question: string): Promise<string> => (await library.ask(question)).answer

describe('a place that only papers of others name', () => {
  it('is told by its own clauses, results before plans', async () => {
    const told = await ask('遵义市有什么创建和试点？')
    expect(told).toContain('遵义市成功创建国家先行区')
    expect(told).toContain('推进遵义现代牧业转型试点建设')
    expect(told.indexOf('先行区')).toBeLessThan(told.indexOf('转型试点'))
    expect(told).not.toMatch(/80%|85%|龙头/)
  })
  it('is told the kind of thing that is asked for', async () => {
    expect(await ask('遵义有哪些项目？')).toContain('算力项目')
    expect(await ask('遵义有哪些项目？')).not.toContain('先行区')
    expect((await library.ask('遵义有哪些平台？')).outcome).toBe('abstained')
  })
  it('takes no plans for results', async () => {
    expect(await ask('遵义有哪些成果？')).not.toContain('算力项目')
  })
})
