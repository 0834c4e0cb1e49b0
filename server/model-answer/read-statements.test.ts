import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectInProportion } from '../../tests/support/in-proportion.ts'
import { createStatementReader, type DraftedStatement } from './read-statements.ts'

function readAll(reply: string, pieces: (text: string) => readonly string[] = (text) => [...text]): DraftedStatement[] {
  const reader = createStatementReader()
  return [...pieces(reply).flatMap((piece) => reader.push(piece)), ...reader.finish()]
}

describe('statements of a reply', () => {
  test.each<[string, [string, number[]][]]>([
    ['全年增长5%。[E1]', [['全年增长5%。', [1]]]],
    [
      '全年增长5%[E1]。就业4万人。[E2]',
      [
        ['全年增长5%。', [1]],
        ['就业4万人。', [2]],
      ],
    ],
    [
      '全年增长5%。[E1][E2]\n就业4万人【E3】\n',
      [
        ['全年增长5%。', [1, 2]],
        ['就业4万人', [3]],
      ],
    ],
    ['全年增长5%（E1）。', [['全年增长5%。', [1]]]],
    ['全年增长5%。【1】', [['全年增长5%。', [1]]]],
    ['全年增长5%。[E1, E3、4]', [['全年增长5%。', [1, 3, 4]]]],
    ['全年增长5%。[资料2]', [['全年增长5%。', [2]]]],
    ['全年增长5%。 E2', [['全年增长5%。', [2]]]],
    [
      '全年增长5%。[E1]。就业4万人。',
      [
        ['全年增长5%。', [1]],
        ['就业4万人。', []],
      ],
    ],
    [
      '- **全年**增长5%。[E1]\n1. 就业4万人[E2]',
      [
        ['全年增长5%。', [1]],
        ['就业4万人', [2]],
      ],
    ],
    ['根据资料，全年增长1.5%。[E1]', [['全年增长1.5%。', [1]]]],
    ['1.5亿元用于修路。[E1]', [['1.5亿元用于修路。', [1]]]],
    ['印发〔2030〕1号文件（见附表2）。[E1]', [['印发〔2030〕1号文件（见附表2）。', [1]]]],
    ['<think>先看E1。再看。</think>\n全年增长5%。[E1]', [['全年增长5%。', [1]]]],
    ['他说：“要修渠。”[E1]', [['他说：“要修渠。”', [1]]]],
    ['全年增长5%[E', [['全年增长5%', []]]],
    ['[E1]\n\n---\n', []],
    ['', []],
  ])('%j', (reply, statements) => {
    const expected = statements.map(([text, handles]) => ({ text, handles }))
    expect(readAll(reply)).toEqual(expected)
    expect(readAll(reply, (text) => [text])).toEqual(expected)
  })

  test('are the same however the reply is cut', () => {
    const reply = '<think>想。</think>全年增长5%。[E1]就业4万人（E2）。\n- 修路3条【3】\n投资1.5亿元[E1, E4]，力争2亿元。[E5]'
    const whole = readAll(reply, (text) => [text])
    expect(whole).toHaveLength(4)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: reply.length - 1 }), { maxLength: 12 }), (cuts) => {
        const borders = [0, ...[...new Set(cuts)].sort((a, b) => a - b), reply.length]
        expect(readAll(reply, (text) => borders.slice(1).map((end, i) => text.slice(borders[i], end)))).toEqual(whole)
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  test('what is unfinished shows no mark, not even half of one', () => {
    const reader = createStatementReader()
    for (const character of '全年增长5%[E12]，就业【E3】4万人（E4') {
      reader.push(character)
      expect(reader.unfinished).not.toMatch(/[[\]【】（E]/)
    }
    expect(reader.unfinished).toBe('全年增长5%，就业4万人')
  })

  test('a long reply is read in good time', () => {
    expect(readAll('全年增长5%。[E1]\n'.repeat(200)).length).toBe(200)
    expectInProportion(
      5_000,
      (chars) => '（'.repeat(chars),
      (text) => readAll(text, (whole) => [whole]),
    )
  })
})
