import { describe, expect, it } from 'vitest'
import { createWordings } from '../sentences/wordings.ts'
import { holdsWord } from './content-words.ts'

const wordings = createWordings()
const holds = (text: string, form: string): boolean => holdsWord(wordings, wordings.ofText(text), { forms: [form] })

describe('whether a sentence holds a word', () => {
  it.each([
    ['城镇新增就业3万人', '新增城镇就业'],
    ['规模以上的工业企业增加值增长6%', '规模以上工业增加值'],
    ['居民消费价格上涨1.2%', '居民消费价格'],
  ])('%s holds %s', (text, form) => expect(holds(text, form)).toBe(true))

  it.each([
    ['应对大宗商品价格下行，社会消费品零售总额增长8%，城乡居民收入增长5%', '居民消费价格'],
    ['城镇居民医保补助标准提高到200元，财政收入增长4%，收费项目减少', '城镇居民可支配收入'],
  ])('%s holds no %s', (text, form) => expect(holds(text, form)).toBe(false))
})
