import { beforeAll, describe, expect, test } from 'vitest'
import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { type AnswerLibrary, createAnswerLibrary } from '../../tests/support/answer-library.ts'
import type { JudgedStatement } from './judge-statement.ts'
import { type BaseStatement, mergeStatements } from './merge-statements.ts'

const TEXT = `2031年政府工作报告

一、2031年工作安排

粮食总产量稳定在97万吨以上。城镇新增就业2.3万人。新建幼儿园12所。
`

let library: AnswerLibrary
let rows: SentenceRow[]
beforeAll(async () => {
  library = await createAnswerLibrary({ '甲.txt': TEXT })
  rows = library.snapshot.sentences.filter(({ sentence }) => sentence.role === 'body')
})

const options = { places: [], mayAdd: false, maxChars: 300 }
const base = (...numbers: number[]): BaseStatement[] =>
  numbers.map((at) => {
    const row = rows[at] as SentenceRow
    return { rows: [row], statement: { text: row.sentence.text, citations: [at + 1], verdict: 'supported' } }
  })
const judged = (text: string, at: number, verdict: 'supported' | 'mismatch' = 'supported'): JudgedStatement => ({
  text,
  verdict,
  problems: verdict === 'supported' ? [] : [{ kind: 'figure', message: '引文中没有这个数字' }],
  rows: [rows[at] as SentenceRow],
})
const texts = (merged: ReturnType<typeof mergeStatements>) => merged.statements.map(({ text }) => text)

describe('the model may only help', () => {
  test('what says the same takes the place of the extractive statement', () => {
    const merged = mergeStatements(base(0), [judged('2031年，粮食总产量要稳定在97万吨以上。', 0)], options)
    expect(texts(merged)).toEqual(['2031年，粮食总产量要稳定在97万吨以上。'])
    expect(merged).toMatchObject({ written: 1, dropped: 0 })
  })

  test('what is lost stays as it was, in its place', () => {
    const merged = mergeStatements(
      base(0, 1, 2),
      [judged('新建12所幼儿园，即新建幼儿园12所。', 2), judged('粮食总产量稳定在97万吨以上。', 0)],
      options,
    )
    expect(texts(merged)).toEqual(['粮食总产量稳定在97万吨以上。', '城镇新增就业2.3万人。', '新建12所幼儿园，即新建幼儿园12所。'])
  })

  test('what says less gives way', () => {
    expect(texts(mergeStatements(base(0), [judged('粮食总产量稳定在97万吨。', 0)], options))).toEqual(['粮食总产量稳定在97万吨以上。'])
  })

  test('what copies much more than was asked gives way', () => {
    const long = `粮食总产量稳定在97万吨以上；${'新建幼儿园12所；'.repeat(12)}`
    expect(texts(mergeStatements(base(0), [judged(long, 0)], options))).toEqual(['粮食总产量稳定在97万吨以上。'])
  })

  test('what does not stand up is replaced by its sentence, or dropped', () => {
    const wrong = judged('粮食总产量稳定在99万吨以上。', 0, 'mismatch')
    const stray = judged('新建幼儿园15所。', 2, 'mismatch')
    const merged = mergeStatements(base(0), [wrong, stray], options)
    expect(merged.statements).toMatchObject([{ text: '粮食总产量稳定在97万吨以上。', replaces: wrong }])
    expect(merged).toMatchObject({ written: 0, dropped: 1 })
  })

  test('more than the extractive answer says is added where prose is asked for, as far as there is room', () => {
    const further = judged('城镇新增就业2.3万人。', 1)
    const same = judged('粮食总产量稳定在97万吨以上。', 0)
    expect(texts(mergeStatements(base(0), [same, further], options))).toEqual([same.text])
    expect(texts(mergeStatements(base(0), [same, further], { ...options, mayAdd: true }))).toEqual([same.text, further.text])
    expect(texts(mergeStatements(base(0), [same, further], { ...options, mayAdd: true, maxChars: 20 }))).toEqual([same.text])
  })
})
