import { expect, it } from 'vitest'
import { documentIdFromDigest } from '../corpus/document-id.ts'
import { parseDocument } from '../structure/parse-document.ts'
import type { Analyzer } from '../text/analyzer.ts'
import { indexTerms } from './index-terms.ts'

const text = '2031年青禾市政府工作报告\n\n各位代表：\n\n一、上年工作\n\n粮食增产三成。\n\n二、今年安排\n\n新建学校五所。桥梁两座。\n'
const document = parseDocument({ id: documentIdFromDigest('0123456789abcdef'), file: 'a.txt', sha256: '0', text })

it('puts headings before a sentence, title and headings before a passage, and analyses each text once', () => {
  const asked: string[] = []
  const analyzer: Pick<Analyzer, 'terms'> = {
    terms(whole) {
      asked.push(whole)
      return [whole]
    },
  }
  const terms = indexTerms(document, analyzer)
  const rowOf = (part: string) => terms.sentences[document.sentences.findIndex((sentence) => sentence.text.includes(part))]
  expect(rowOf('粮食')).toEqual(['一、上年工作', '粮食增产三成。'])
  const heading = document.sentences.findIndex((sentence) => sentence.role === 'heading')
  const headingText = document.sentences[heading]?.text ?? ''
  expect(terms.sentences[heading]?.filter((term) => term.includes(headingText))).toHaveLength(1)
  const passage = document.passages.findIndex(({ firstSentence, endSentence }) =>
    document.sentences.slice(firstSentence, endSentence).some((sentence) => sentence.text.includes('学校')),
  )
  expect(terms.passages[passage]?.slice(0, 2)).toEqual([document.metadata.title, '二、今年安排'])
  expect(terms.passages[passage]).toContain('桥梁两座。')
  expect(terms.sentences).toHaveLength(document.sentences.length)
  expect(terms.passages).toHaveLength(document.passages.length)
  expect(asked.filter((whole) => whole === '粮食增产三成。')).toHaveLength(1)
})
