import { afterAll, expect, test } from 'vitest'
import { goldRange } from '../judging/evidence.ts'
import { missingStrings } from '../judging/judge.ts'
import { GOLD_SETS, readGoldSet } from '../sections/gold-sets.ts'
import { CORPUS, otherGovernments, type QuestionGroups } from '../sections/other-governments.ts'
import { printSkipped } from '../shared-data.ts'

const SEEDS = /^\d{3}_[0-9a-f]{16}\.txt$/
const first = readGoldSet('other-governments')
const questions = GOLD_SETS.flatMap(({ name }) => readGoldSet(name))
const opened: QuestionGroups[] = []
afterAll(() => {
  for (const groups of opened) groups.remove()
})

test('holds at least 100 questions with ids of their own, in groups of documents', () => {
  expect(first.length).toBeGreaterThanOrEqual(100)
  expect(GOLD_SETS.every(({ name }) => readGoldSet(name).length >= 60)).toBe(true)
  expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length)
  expect(first.every((question) => (question.library ?? []).length >= 2)).toBe(true)
  expect(questions.every((question) => question.library?.length !== 1 && question.turns.length > 0)).toBe(true)
})

test('answerable questions have evidence in their own library and wanted strings; the others have neither', () => {
  for (const question of questions) {
    const files = new Set((question.library ?? []).map((id) => `${id}.txt`))
    expect(question.evidence.length > 0, question.id).toBe(question.answerable)
    expect(question.must_include.length > 0, question.id).toBe(question.answerable)
    expect(
      question.evidence.every((evidence) => (question.library ? files.has(evidence.file) : SEEDS.test(evidence.file))),
      question.id,
    ).toBe(true)
  }
})

test('the quotes together hold every wanted string', () => {
  for (const question of questions) {
    expect(missingStrings(question, question.evidence.map((evidence) => evidence.quote).join(' ')), question.id).toEqual([])
  }
})

test('every quote stands exactly once, character for character, in its document', (context) => {
  const groups = otherGovernments(questions)
  if (groups === null) {
    printSkipped('gold quotes against the documents', `eval/external/${CORPUS}.tgz`)
    return context.skip()
  }
  opened.push(groups)
  let quotes = 0
  for (const group of groups.groups) {
    for (const evidence of group.questions.flatMap((question) => question.evidence)) {
      const range = goldRange(group.originals, evidence)
      expect(range, evidence.quote).not.toBeNull()
      expect(group.originals.get(evidence.file)?.indexOf(evidence.quote, (range?.start ?? 0) + 1), evidence.quote).toBe(-1)
      quotes += 1
    }
  }
  console.log(`${quotes} quotes in ${groups.groups.length} libraries checked`)
})
