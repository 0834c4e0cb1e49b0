import { describe, expect, it } from 'vitest'
import type { AnswerContext } from '../context/answer-context.ts'
import { sidesOf } from './compare-sides.ts'

function sides(asked: string): string[] {
  const place = (name: string) => ({ name, standing: 'held' as const, strict: true })
  const intent = { asked, years: [2031, 2032], places: [place('青江市'), place('白石县')] }
  return sidesOf({ intent } as unknown as AnswerContext).map(({ years, places }) => `${places.join()}${years.join()}`)
}

describe('sides of a comparison', () => {
  it('are pairs where each year stands with its place', () => {
    expect(sides('白石县2032年和青江市2031年的产值')).toEqual(['白石县2032', '青江市2031'])
  })
  it('are all years of all places where the places stand together', () => {
    expect(sides('青江市和白石县2031年增速与2032年目标')).toEqual(['青江市2031', '白石县2031', '青江市2032', '白石县2032'])
  })
})
