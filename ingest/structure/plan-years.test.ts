import { expect, it } from 'vitest'
import { firstYearOfPlan, lastYearOfPlan } from './plan-years.ts'

it.each<[string, number, number]>([
  ['三', 1966, 1970],
  ['八', 1991, 1995],
  ['十', 2001, 2005],
  ['十一', 2006, 2010],
  ['十六', 2031, 2035],
])('“%s五” is from %i to %i', (number, first, last) => expect([firstYearOfPlan(number), lastYearOfPlan(number)]).toEqual([first, last]))
