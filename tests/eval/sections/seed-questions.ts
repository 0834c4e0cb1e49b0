import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Originals } from '../judging/evidence.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { readJsonl } from '../questions/read-jsonl.ts'
import { repositoryRoot, sharedPath } from '../shared-data.ts'

/** A set of documents in a folder and the questions that are asked about them. */
export interface QuestionGroup {
  readonly name: string
  readonly folder: string
  readonly originals: Originals
  readonly questions: readonly GoldQuestion[]
}

/** The texts of a folder's .txt files as the offsets count in them: UTF-8, the BOM dropped. */
export function readOriginals(folder: string): Originals {
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'))
  return new Map(files.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '')]))
}

/** The questions over the seed documents; null where the shared evaluation data is missing. */
export function seedQuestions(): QuestionGroup | null {
  const path = sharedPath('eval', 'questions.jsonl')
  if (path === null) return null
  const folder = join(repositoryRoot(), 'seeds', 'documents')
  return { name: 'seeds', folder, originals: readOriginals(folder), questions: readJsonl<GoldQuestion>(path) }
}
