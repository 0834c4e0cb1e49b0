import { join } from 'node:path'
import { readJsonl } from '../questions/read-jsonl.ts'
import { unpackExternal } from '../shared-data.ts'
import type { ExternalPassage } from './passage-library.ts'

/** A question of a public set; `gold` names the passages that answer it. */
export interface ExternalQuestion {
  readonly id: string
  readonly question: string
  readonly answers: readonly string[]
  readonly gold: readonly string[]
}

export interface QuestionSet {
  readonly passages: readonly ExternalPassage[]
  readonly questions: readonly ExternalQuestion[]
}

/** Reads `../shared/eval/external/{name}.tgz`. Null where it is missing. */
export function readQuestionSet(name: string): QuestionSet | null {
  const archive = unpackExternal(name)
  if (archive === null) return null
  try {
    return {
      passages: readJsonl<ExternalPassage>(join(archive.folder, 'corpus.jsonl')),
      questions: readJsonl<ExternalQuestion>(join(archive.folder, 'queries.jsonl')),
    }
  } finally {
    archive.remove()
  }
}
