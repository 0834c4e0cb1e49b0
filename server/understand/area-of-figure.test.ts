import { describe, expect, it } from 'vitest'
import { findOwnerArea } from './area-of-figure.ts'
import type { Division } from './gazetteer.ts'

const COUNTIES: readonly Division[] = [
  { name: '红石县', short: '红石', level: 'county' },
  { name: '水源县', short: '水源', level: 'county' },
  { name: '云岭苗族自治县', short: '云岭', level: 'county' },
  { name: '白石市', short: '白石', level: 'county' },
]
const TEXTS = ['中国清浦港通航。', '保护水源、湿地。', '支持红石、白石加快发展。', '云岭大桥通车。', '江心新区产值增长。']
const mentions = (text: string): boolean => TEXTS.some((sentence) => sentence.includes(text))

describe('whose own figure a question asks for', () => {
  it.each<[string, string | undefined]>([
    ['江心新区GDP', '江心新区 mentioned'],
    ['那柳湖都市圈经济总量是多少', '柳湖都市圈 unknown'],
    ['苏南居民人均可支配收入', '苏南 unknown'],
    ['清浦进出口多少', '清浦 mentioned'],
    ['红石居民收入', '红石 mentioned'],
    ['云岭粮食产量', '云岭 mentioned'],
    ['那红石呢', '红石 mentioned'],
    ['水源人口', undefined],
    ['江心新区建设有哪些任务', undefined],
    ['全市各开发区产值', undefined],
    ['省级开发区产值', undefined],
    ['粮食产量', undefined],
    ['那粮食呢', undefined],
  ])('%s', (question, expected) => {
    const found = findOwnerArea(question, { mentions, counties: COUNTIES })
    expect(found === null ? undefined : `${found.place.name} ${found.place.standing}`).toBe(expected)
  })
})
