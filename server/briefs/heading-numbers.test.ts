import { expect, test } from 'vitest'
import { bareHeading, chineseNumeral, headingLevel, numberHeadings } from './heading-numbers.ts'

test('numerals as headings count', () => {
  expect([1, 10, 11, 20, 32].map(chineseNumeral)).toEqual(['一', '十', '十一', '二十', '三十二'])
})

test('three levels; lower ones begin anew under each', () => {
  const headings = [1, 2, 3, 3, 2, 1, 2].map((level) => ({ level: level as 1 | 2 | 3, heading: '题' }))
  expect(numberHeadings(headings)).toEqual(['一、题', '（一）题', '1.题', '2.题', '（二）题', '二、题', '（一）题'])
})

test('a heading that begins with a year stays apart from its number', () => {
  const [, , third = ''] = numberHeadings([1, 2, 3].map((level) => ({ level: level as 1 | 2 | 3, heading: '2030年目标任务' })))
  expect([third, headingLevel(third), bareHeading(third)]).toEqual(['1. 2030年目标任务', 3, '2030年目标任务'])
})

test('a level without one above it is raised', () => {
  expect(
    numberHeadings([
      { level: 3, heading: '甲' },
      { level: 2, heading: '乙' },
    ]),
  ).toEqual(['一、甲', '（一）乙'])
})

test('the number is read back and taken off', () => {
  expect(['一、题', '（十二）题', '3.题', '题', '3.5万人'].map((heading) => [headingLevel(heading), bareHeading(heading)])).toEqual([
    [1, '题'],
    [2, '题'],
    [3, '题'],
    [1, '题'],
    [1, '3.5万人'],
  ])
})
