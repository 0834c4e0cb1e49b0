import { expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import { plansOnly } from './plans-only.ts'

const PLANS = ['新修水渠三十公里。', '改造泵站五座。', '新建粮仓四座。', '培训农技人员二百人。', '整治村道六十公里。']

it('is a plan that tells nothing but what is to be done', () => {
  expect(plansOnly(parseText(['青江县2031年工作安排', '', '2031年工作安排', ...PLANS, ''].join('\n')))).toBe(true)
})

it('is no report, which tells of the year behind it too', () => {
  const report = ['青江县政府工作报告', '', '一、2030年工作回顾', '修成水渠二十公里。', '建成粮仓三座。', '', '二、2031年工作安排', ...PLANS, '']
  expect(plansOnly(parseText(report.join('\n')))).toBe(false)
})

it('is no paper that says too little to tell', () => {
  expect(plansOnly(parseText(['青江县2031年工作安排', '', '2031年工作安排', '新修水渠三十公里。', ''].join('\n')))).toBe(false)
})
