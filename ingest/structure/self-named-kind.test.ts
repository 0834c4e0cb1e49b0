import { describe, expect, it } from 'vitest'
import { selfNamedKind } from './self-named-kind.ts'

describe('selfNamedKind', () => {
  it('takes what a paper calls itself', () => {
    expect(selfNamedKind('Rules for Harbour Pilots', ['为规范引航，制定本办法。', '第二条 本办法适用于引航员。'])).toBe('办法')
    expect(selfNamedKind('', ['现将有关事项通知如下：', '一、抓紧报送。'])).toBe('通知')
    expect(selfNamedKind('', ['根据《港口管理办法》，制定本实施方案。'])).toBe('方案')
  })

  it('takes what is named most often, where a notice hands on what it issues', () => {
    expect(selfNamedKind('', ['现将《试行办法》印发，通知如下。', '本办法所称港口', '本办法自印发之日起施行。'])).toBe('办法')
  })

  it('reads a title in English where the paper does not name itself', () => {
    expect(selfNamedKind('Notice on Winter Fishing', ['各渔业公司：', '请于十月底前报名。'])).toBe('通知')
    expect(selfNamedKind('Letter to the Harbour of Someplace', ['你处来函收悉。'])).toBe('其他')
  })
})
