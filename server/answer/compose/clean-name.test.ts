import { expect, it } from 'vitest'
import { isCleanName } from './clean-name.ts'

const isClean = (name: string, text = `全年${name}达到12。`): boolean => isCleanName({ indicator: name, indicatorText: name }, text)

it.each(['粮食播种面积', '电池片产能', '港口货物吞吐量', '设施农业产值', '新增养老床位', '全社会用电量', '异地就医直接结算率'])(
  '%s reads as a name',
  (name) => expect(isClean(name)).toBe(true),
)

it.each([
  '煤炭铝分别淘汰落后生产能力',
  '本地配套率产值',
  '三产业增加值',
  '社区工作者目标',
  '新增并网',
  '白沙微科',
  '民间中医',
  '易返贫户',
  '一是出口总额',
])('%s reads as none', (name) => expect(isClean(name)).toBe(false))

it('takes standard names as they are, and others only as the sentence has them', () => {
  expect(isClean('地区生产总值', '经济增长6%。')).toBe(true)
  expect(isClean('蔬菜水果产量', '蔬菜和水果产量分别增长3%、5%。')).toBe(true)
  expect(isClean('冷链仓储面积', '新增仓库3万平方米。')).toBe(false)
})
