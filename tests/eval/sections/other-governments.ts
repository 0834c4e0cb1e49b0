import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CorpusDocument, corpusFileName, corpusFileText, readCorpusDocuments } from '../questions/corpus-texts.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { repositoryRoot, unpackExternal } from '../shared-data.ts'
import { goldFolder } from './gold-sets.ts'
import { type QuestionGroup, readOriginals } from './seed-questions.ts'

/** The archive that holds the documents; they are not ours to pass on, so only short quotes of them stand in the gold set. */
export const CORPUS = 'gov_scale'

export interface QuestionGroups {
  readonly groups: readonly QuestionGroup[]
  remove(): void
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
 * @throws {Error} when a question names a document that neither the corpus nor the folder of invented ones holds
 */
export function otherGovernments(questions: readonly GoldQuestion[]): QuestionGroups | null {
  const archive = unpackExternal(CORPUS)
  if (archive === null) return null
  const documents = readCorpusDocuments(archive.folder)
  const groups = [...new Set(questions.map(libraryKey))].map((key, index): QuestionGroup => {
    if (key === '') return seedGroup(questions)
    const folder = join(archive.folder, `library-${index + 1}`)
    mkdirSync(folder)
    for (const id of key.split('+')) {
      writeFileSync(join(folder, corpusFileName(id)), documentText(id, documents))
    }
    return { name: key, folder, originals: readOriginals(folder), questions: questions.filter((question) => libraryKey(question) === key) }
  })
  return { groups, remove: () => archive.remove() }
}

/** Papers that we made up, for layouts that the corpus lacks, stand beside the questions; the others are the corpus's. */
function documentText(id: string, corpus: ReadonlyMap<string, CorpusDocument>): string {
  const invented = join(goldFolder(), 'invented', corpusFileName(id))
  if (existsSync(invented)) return readFileSync(invented, 'utf8')
  const document = corpus.get(id)
  if (document === undefined) throw new Error(`Cannot find document "${id}" in ${CORPUS}`)
  return corpusFileText(document)
}
