import { expect, test } from 'vitest'
import { readWishes } from './read-wishes.ts'

test.each([
  ['就业简报（2029年成绩、2030和2031年目标）', { 2029: 'actual', 2030: 'target', 2031: 'target' }],
  ['2029年完成情况、2030年和2031年目标', { 2029: 'actual', 2030: 'target', 2031: 'target' }],
  ['2029—2031年目标与进展', { 2029: 'both', 2030: 'both', 2031: 'both' }],
  ['29年实绩，30年、31年计划', { 2029: 'actual', 2030: 'target', 2031: 'target' }],
  ['2029至2031年的有关工作', { 2029: 'both', 2030: 'both', 2031: 'both' }],
])('%s', (request, expected) => {
  expect(Object.fromEntries(readWishes(request, [2029, 2030, 2031], 'both'))).toEqual(expected)
})
