import { describe, expect, it } from 'vitest'
import { findNamedPapers, withoutPapers } from './named-papers.ts'

const papers = [
  { documentId: 'a', title: '关于下达民生项目的通知', number: '青政办〔2031〕7号' },
  { documentId: 'b', title: '关于某规划的批复', number: '大青政文〔2031〕7号' },
  { documentId: 'c', title: '在第十七次全国代表大会上的报告', number: null },
  { documentId: 'd', title: '向前进 (十八大)', number: null },
  { documentId: 'e', title: '青江市2031年政府工作报告', number: null },
  { documentId: 'f', title: '青江市2032年政府工作报告', number: null },
]
const ids = (question: string) => findNamedPapers(question, papers).flatMap(({ documentIds }) => documentIds)

describe('findNamedPapers', () => {
  it.each<[string, readonly string[]]>([
    ['青政办〔2031〕7号文件里安排了多少床位？', ['a']],
    ['青政办[2031]7号是什么时候印发的？', ['a']],
    ['青政办〔2031〕8号是什么时候印发的？', []],
    ['十七大和十八大的说法分别是什么？', ['c', 'd']],
    ['十八大报告里怎么说？', ['d']],
    ['十八大以来做了什么？', []],
    ['十大工程有哪些？', []],
    ['扩招，2031年的报告说扩多少人，2032年的报告又说扩多少？', ['e', 'f']],
    ['2031年政府工作报告承认有哪些问题？', ['e']],
    ['2031年扩招多少人？', []],
    ['2033年的报告说扩多少人？', []],
  ])('%s', (question, found) => expect(ids(question)).toEqual(found))

  it('takes the words that name a paper out of the question', () => {
    const question = '青政办〔2031〕7号文件里安排了多少床位？'
    expect(withoutPapers(question, findNamedPapers(question, papers)).trim()).toBe('安排了多少床位？')
  })
})
