import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFileName, corpusFileText, readCorpusDocuments } from '../questions/corpus-texts.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { readJsonl } from '../questions/read-jsonl.ts'
import { repositoryRoot, unpackExternal } from '../shared-data.ts'
import { type QuestionGroup, readOriginals } from './seed-questions.ts'

/** The archive that holds the documents; they are not ours to pass on, so only short quotes of them stand in the gold set. */
export const CORPUS = 'gov_scale'

export interface QuestionGroups {
  readonly groups: readonly QuestionGroup[]
  remove(): void
}

/** The committed gold questions over other governments' documents. */
export function readOtherGovernmentsQuestions(): GoldQuestion[] {
  return readGold('other-governments')
}

/**
 * Questions of a second round, over documents that the first set does not touch and over the seed documents in other words. They were written before any answer to them was seen:
 * full 75.0 of 84 at first. Their failures have been read since, so they are a development set like the first.
 */
export function readSecondRoundQuestions(): GoldQuestion[] {
  return readGold('second-round')
}

function readGold(name: string): GoldQuestion[] {
  return readJsonl<GoldQuestion>(join(repositoryRoot(), 'tests', 'eval', 'gold', `${name}.jsonl`))
}

/** Questions without a library of their own are asked of the seed documents. */
function seedGroup(questions: readonly GoldQuestion[]): QuestionGroup {
  const folder = join(repositoryRoot(), 'seeds', 'documents')
  return { name: 'seeds', folder, originals: readOriginals(folder), questions: questions.filter((question) => libraryKey(question) === '') }
}

function libraryKey(question: GoldQuestion): string {
  return (question.library ?? []).join('+')
}

/**
 * The questions grouped by the documents that are loaded together, each group with a folder of its documents. Null where the corpus is missing.
 *
 * @throws {Error} when a question names a document that the corpus does not hold
 */
export function otherGovernments(questions: readonly GoldQuestion[] = readOtherGovernmentsQuestions()): QuestionGroups | null {
  const archive = unpackExternal(CORPUS)
  if (archive === null) return null
  const documents = readCorpusDocuments(archive.folder)
  const groups = [...new Set(questions.map(libraryKey))].map((key, index): QuestionGroup => {
    if (key === '') return seedGroup(questions)
    const folder = join(archive.folder, `library-${index + 1}`)
    mkdirSync(folder)
    for (const id of key.split('+')) {
      const document = documents.get(id)
      if (document === undefined) throw new Error(`Cannot find document "${id}" in ${CORPUS}`)
      writeFileSync(join(folder, corpusFileName(id)), corpusFileText(document))
    }
    return { name: key, folder, originals: readOriginals(folder), questions: questions.filter((question) => libraryKey(question) === key) }
  })
  return { groups, remove: () => archive.remove() }
}
