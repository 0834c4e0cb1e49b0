import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFileName, corpusFileText, readCorpusDocuments } from '../eval/questions/corpus-texts.ts'
import { readGoldSet } from '../eval/sections/gold-sets.ts'
import { CORPUS } from '../eval/sections/other-governments.ts'
import { printSkipped, unpackExternal } from '../eval/shared-data.ts'
import type { Benchmark } from './benchmark.ts'
import { benchOverHttp } from './http-questions.ts'
import { benchInProcess } from './in-process-questions.ts'

const QUESTIONS = 200

/** Single questions of the gold set; where they do not reach, they are asked again about another year, so that no two are the same. */
function questionsToAsk(): string[] {
  const turns = readGoldSet('other-governments').flatMap((question) => question.turns.slice(0, 1))
  const again = turns.filter((turn) => /20\d\d年/.test(turn)).map((turn) => turn.replace(/20\d\d年/, '2018年'))
  return [...new Set([...turns, ...again])].slice(0, QUESTIONS)
}

/** How long do the ingest of 325 documents (about 12,000 passages) and 200 questions on them take? */
export const questionsOnGovScale: Benchmark = {
  name: `${CORPUS}: 325 documents`,
  async run() {
    const archive = unpackExternal(CORPUS)
    if (archive === null) {
      printSkipped('ingest and questions at scale', `eval/external/${CORPUS}.tgz`)
      return {}
    }
    try {
      const folder = join(archive.folder, 'documents')
      mkdirSync(folder)
      for (const document of readCorpusDocuments(archive.folder).values()) {
        writeFileSync(join(folder, corpusFileName(document.id)), corpusFileText(document))
      }
      const questions = questionsToAsk()
      return { ...(await benchOverHttp(folder, questions)), ...(await benchInProcess(folder, questions)) }
    } finally {
      archive.remove()
    }
  },
}
