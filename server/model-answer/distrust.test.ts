import { expect, test } from 'vitest'
import { createAnswerLibrary } from '../../tests/support/answer-library.ts'
import { INVENTED_LIBRARY } from '../../tests/support/invented-library.ts'
import { POISONED_PASSAGES } from '../../tests/support/poisoned-passages.ts'
import { hasMarkup, isSuspect } from './distrust.ts'

test.each([
  '![图](http://a.example/x)',
  '见 https://a.example',
  'ｈｔｔｐ：／／ａ.example 查看',
  '<img src=x onerror=alert(1)>',
  '< script >',
  '&#60;b&#62;',
  '[点此](javascript:alert(1))',
  'www.a.example',
  'leak.com 可查',
  'data:text/html;base64,PHNjcmlwdD4=',
  'aHR0cDovL2EuZXhhbXBsZS9hYmNkZWZnaGlqa2xtbm9w',
  'ht\u200btp://a.example',
])('%j is more than words', (text) => {
  expect(hasMarkup(text)).toBe(true)
})

test.each([
  '城镇新增就业4.2万人，增长5.1%。',
  '“一渠三带”（东干渠）建设、R&D经费增长8%',
  '印发〔2031〕7号文件；目标<5%',
  '比例为3:2，GDP增长6.5%左右',
])('%j is words', (text) => {
  expect(hasMarkup(text)).toBe(false)
})

test('sentences that stand beside orders to a model are suspect, those of papers are not', async () => {
  const texts = POISONED_PASSAGES.map(({ text }, i) => [`渠${i}.txt`, `渠道报告\n\n一、情况\n\n2030年完成投资3亿元。${text}\n`])
  const poisoned = await createAnswerLibrary(Object.fromEntries(texts))
  const suspects = poisoned.snapshot.documents.filter(({ document: { id } }) =>
    poisoned.snapshot.sentences.some((row) => row.document.document.id === id && isSuspect(row)),
  )
  expect(suspects.length).toBeGreaterThanOrEqual(60)
  const plain = await createAnswerLibrary(INVENTED_LIBRARY)
  expect(plain.snapshot.sentences.filter(isSuspect).map(({ sentence }) => sentence.text)).toEqual([])
})
