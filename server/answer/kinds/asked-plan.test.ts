import { expect, it } from 'vitest'
import { planOf } from './asked-plan.ts'

it.each<[string, string]>([
  ['“十五五”水渠修了多少公里', '“十五五”时期'],
  ['溃坝次数比“十五五”下降多少', ''],
  ['“十四五”和“十五五”各修渠多少公里', ''],
  ['今年修渠多少公里', ''],
])('%s asks for %s', (asked, plan) => expect(planOf({ intent: { asked, years: [], focus: [] } })).toBe(plan))
