import { expect, test } from 'vitest'
import { diffCharacters } from './diff-characters.ts'

test('what was dropped and what was added, the rest once', () => {
  expect(diffCharacters('稳步推进改革', '全力推进改革')).toEqual([
    { kind: 'dropped', text: '稳步' },
    { kind: 'added', text: '全力' },
    { kind: 'same', text: '推进改革' },
  ])
})

test('the width of a sign is no change of wording', () => {
  expect(diffCharacters('增长９％，就业：４万人', '增长9%,就业:4万人')).toEqual([{ kind: 'same', text: '增长9%,就业:4万人' }])
})
