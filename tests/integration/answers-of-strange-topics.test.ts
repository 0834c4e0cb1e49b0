import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { openEmbedder } from '../../ingest/embedding/open-embedder.ts'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'

const REPORT = `清川县2031年政府工作报告

——2031年1月12日在清川县第十七届人民代表大会第五次会议上

一、2030年工作回顾

2030年，新建社区养老服务中心6所，新增学位1200个，改造老旧小区24个，兑现家电以旧换新补贴300万元。

二、2031年重点工作

推动文化旅游融合发展，办好稻田音乐节，建设民宿聚集区3个，培育乡村旅游线路5条。

加强食品安全监管，开展学校食堂专项整治，推行明厨亮灶。

深化国资国企改革，完善事业单位编制管理，推进零基预算改革。

扩大就业，帮助外出务工人员返乡创业，发放创业担保贷款2000万元。
`

let embedder: Embedder | null
let library: AnswerLibrary
beforeAll(async () => {
  embedder = (await openEmbedder({ kind: 'local' })).embedder
  library = await createAnswerLibrary({ '清川县2031年政府工作报告.txt': REPORT }, embedder)
})
afterAll(async () => {
  await embedder?.close()
})

describe('topics that no paper of the library has', () => {
  it.each([
    '清川县发展邮轮旅游有哪些举措？',
    '清川县在殡葬改革方面有哪些部署？',
    '清川县电竞产业有哪些扶持政策？',
    '清川县氢能重卡补贴标准是多少？',
    '清川县养老机构床位有多少张？',
    '清川县地铁什么时候开工？',
  ])('%s is refused', async (question) => {
    const { outcome, missing } = await library.ask(question)
    expect(outcome).toBe('abstained')
    expect(missing?.length).toBeGreaterThan(0)
  })

  it.each([
    ['清川县发展旅游有哪些举措？', '民宿'],
    ['清川县在食品安全方面有哪些部署？', '食堂'],
    ['清川县2030年改造了多少个老旧小区？', '24'],
    ['清川县2030年新增多少个学位？', '1200'],
    ['清川县给打工的人发多少创业贷款？', '2000万元'],
  ])('%s is answered with %s', async (question, told) => {
    const { outcome, answer } = await library.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(told)
  })
})
