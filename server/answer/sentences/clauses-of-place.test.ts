import { describe, expect, it } from 'vitest'
import { clausesOfPlace } from './clauses-of-place.ts'

const all = (): boolean => true

describe('clausesOfPlace', () => {
  it.each<[string, string, readonly string[]]>([
    ['what is told of others stays out', '蛋禽企业入选国家龙头，石桥县成功创建先行区，农畜产品转化率达到81%。', ['石桥县成功创建先行区']],
    [
      'what goes on about it stays',
      '班列（石桥）开行700列、增长21%，带动进出口40亿元，全省进出口90亿元。',
      ['班列（石桥）开行700列、增长21%，带动进出口40亿元'],
    ],
    ['a task is named by the clause before', '第三次普查全面推开，石桥县圆满完成国家试点任务。', ['第三次普查全面推开，石桥县圆满完成国家试点任务']],
    ['means lead up to what is done', '依托石桥、红石两个机场，发展低空经济，办好车展。', ['依托石桥、红石两个机场，发展低空经济']],
    ['two stretches are told apart', '石桥港开港，红石港扩建，石桥大学挂牌。', ['石桥港开港', '石桥大学挂牌']],
    ['no semicolon is crossed', '石桥港开港；增长5%的有三家。', ['石桥港开港']],
  ])('%s', (_, sentence, told) => {
    expect(clausesOfPlace(sentence, ['石桥县', '石桥'], all)).toEqual(told)
  })
  it('keeps to what is asked for', () => {
    expect(clausesOfPlace('石桥港开港，红石港扩建，石桥试点获批。', ['石桥'], (clause) => clause.includes('试点'))).toEqual(['石桥试点获批'])
  })
})
