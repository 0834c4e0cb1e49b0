import path from 'node:path'
import { foldText } from '../../../ingest/facts/fold-text.ts'
import { readJsonl } from '../questions/read-jsonl.ts'
import type { TrueStatement } from './reword.ts'
import type { LibrarySentence } from './seed-sentences.ts'

/** A true statement written by hand, and the begin of the sentence that it cites. */
interface Rewording {
  readonly file: string
  readonly key: string
  readonly statement: string
}

const squash = (text: string): string => foldText(text).replaceAll(/\s/g, '')

/** The statements written by hand about sentences of this library; those about other files are left out. */
export function readRewordings(sentences: readonly LibrarySentence[]): TrueStatement[] {
  const rewordings = readJsonl<Rewording>(path.join(import.meta.dirname, 'rewordings.jsonl'))
  return rewordings.flatMap(({ file, key, statement }) => {
    const source = sentences.find((candidate) => candidate.file === file && squash(candidate.sentence.text).includes(squash(key)))
    return source ? [{ text: statement, wording: 'by-hand' as const, source }] : []
  })
}
