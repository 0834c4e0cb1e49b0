import { describe, expect, it } from 'vitest'
import { createAnswerLibrary } from '../../../tests/support/answer-library.ts'
import { createCitationBook, createTwinFinder } from './citations.ts'

const REPORT = (title: string): string =>
  `${title}\n\n各位代表：\n\n一、工作安排\n\n今年，全市新修灌溉水渠150公里，\n新建提水泵站6座。力争。植树五万株，建设生态廊道。\n`
const { snapshot } = await createAnswerLibrary({
  '一.txt': REPORT('青江市2031年政府工作报告'),
  '二.txt': REPORT('青江市2031年政府工作报告').replace('水渠150公里', '水渠 150 公里'),
  '三.txt': REPORT('白水县2030年政府工作报告').replace('150公里', '15公里'),
})
const twins = createTwinFinder(snapshot)
const rowOf = (file: string, text: string) => {
  const row = snapshot.sentences.find(({ document, sentence }) => document.document.file === file && sentence.text.includes(text))
  if (!row) throw new Error(`No sentence of ${file} holds ${text}`)
  return row
}

describe('createTwinFinder', () => {
  it('finds sentences of the same wording, blanks apart, in other documents', () => {
    const found = twins(rowOf('一.txt', '新修灌溉水渠'))
    expect(found.map(({ document }) => document.document.file)).toEqual(['二.txt'])
    expect(twins(rowOf('一.txt', '植树五万株')).map(({ document }) => document.document.file)).toEqual(['三.txt', '二.txt'])
  })

  it('takes short sentences for equal by chance', () => {
    expect(twins(rowOf('一.txt', '力争。'))).toEqual([])
  })
})

describe('createCitationBook', () => {
  it('numbers sentences in the order of their use, each once', () => {
    const book = createCitationBook(twins)
    const [first, second] = [rowOf('一.txt', '植树'), rowOf('三.txt', '新修')]
    expect([book.cite(first), book.cite(second), book.cite(first)]).toEqual([1, 2, 1])
    expect(book.citations.map(({ n, file }) => [n, file])).toEqual([
      [1, '一.txt'],
      [2, '三.txt'],
    ])
  })

  it('quotes the original, names its place in the document, and lists where else it stands', () => {
    const book = createCitationBook(twins)
    book.cite(rowOf('一.txt', '新修灌溉水渠'))
    expect(book.citations[0]).toMatchObject({
      title: '青江市2031年政府工作报告',
      sectionPath: ['一、工作安排'],
      quote: '今年，全市新修灌溉水渠150公里， 新建提水泵站6座。',
      year: 2031,
      place: '青江市',
    })
    const duplicate = book.citations[0]?.duplicates?.[0]
    const other = snapshot.documents.find(({ document }) => document.id === duplicate?.documentId)?.document
    expect(other?.file).toBe('二.txt')
    expect(other?.text.slice(duplicate?.start, duplicate?.end)).toContain('水渠 150 公里')
  })

  it('leaves duplicates out where there are none', () => {
    const book = createCitationBook(twins)
    book.cite(rowOf('三.txt', '15公里'))
    expect(book.citations[0]).not.toHaveProperty('duplicates')
  })
})
