import { expect, it } from 'vitest'
import { lastYearOfPlan } from './plan-years.ts'

it.each<[string, number]>([
  ['三', 1970],
  ['八', 1995],
  ['十', 2005],
  ['十一', 2010],
  ['十六', 2035],
])('the last year of “%s五” is %i', (number, year) => expect(lastYearOfPlan(number)).toBe(year))
