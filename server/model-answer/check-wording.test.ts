import { expect, test } from 'vitest'
import { checkWording } from './check-wording.ts'

const quote = '产业产值达到200亿元，本地配套率达到85%以上，实施“双百行动”。'
const cited = [{ quote, year: 2031, place: '青江市', tense: null, sectionPath: ['二、安排'], title: '2031年工作报告' }]

test.each<[string, string | null]>([
  ['2031年，产业产值达到200亿元。', null],
  ['本地配套率要达到85%以上，青江市产业产值达到200亿元。', null],
  ['200亿元', '没有说明这是什么数字'],
  ['85%以上。', '没有说明这是什么数字'],
  ['产业产值达到210亿元。', '没有“210”'],
  ['2032年，产业产值达到200亿元。', '没有“2032”'],
  ['产业产值达到200亿元，主要得益于龙头企业扩大投资。', '没有说到“主要得益于'],
  ['实施“三百行动”。', '没有“三百行动”'],
])('%s: %s', (text, problem) => {
  const found = checkWording(text, cited, '产业产值是多少？').map(({ message }) => message)
  if (problem === null) expect(found).toEqual([])
  else expect(found.join('；')).toContain(problem)
})
