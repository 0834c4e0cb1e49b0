import { expect, it } from 'vitest'
import { saysTarget } from './says-target.ts'

it.each([
  ['力争建成水渠30公里', false],
  ['确保建成水渠30公里', false],
  ['建成水渠30公里，确保安置房9月底前交付', false],
  ['建成水渠30公里，力争植树五万株', false],
  ['加快水库建设，确保汛前投入使用', false],
  ['确保水库建成，加快修渠', true],
  ['建成水渠30公里', false],
  ['计划建成水渠30公里', true],
  ['实施“千渠”计划和“万塘计划”', false],
  ['在实际工作中争取更好结果；建成水渠30公里；植树指标完成省里下达目标', false],
  ['建成水渠30公里；植树指标实现预期目标', false],
  ['建成水渠30公里的目标', true],
  ['主要目标是：建成水渠30公里；植树五万株，灌溉9万亩', true],
  ['力争建成水渠30公里，植树5万株；灌溉9万亩', false],
  ['到2030年，力争建成水渠30公里', false],
  ['预计全年引水3亿立方米', true],
])('%s says that it is an aim: %s', (text, says) => {
  expect(saysTarget(text)).toBe(says)
})
