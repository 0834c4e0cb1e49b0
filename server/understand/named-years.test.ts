import { describe, expect, it } from 'vitest'
import { namedYearsOf } from './named-years.ts'

describe('namedYearsOf', () => {
  it.each<[string, readonly number[]]>([
    ['2030年修渠60公里', [2030]],
    ['2029年、2030年各修渠60公里', [2029, 2030]],
    ['粮食产量快于2029年', []],
    ['水耗比2025年下降一成', []],
    ['自2028年以来', []],
    ['从2028年起修渠', []],
    ['粮食产量从2025年的30万吨增加到2030年的40万吨', [2025, 2030]],
    ['由2025年约30万吨增加到2030年40万吨', [2025, 2030]],
    ['水渠长2030公里', []],
    ['水渠到二〇三〇年比二〇二〇年翻一番', [2030]],
    ['到二0三0年修渠', [2030]],
    ['到２０３０年修渠', [2030]],
  ])('%s: %j', (text, years) => expect(namedYearsOf(text)).toEqual(years))
})
