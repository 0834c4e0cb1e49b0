import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAnalyzer } from '../../ingest/text/create-analyzer.ts'
import { openSegmenter } from '../../ingest/text/open-segmenter.ts'
import type { AnswerEngine } from '../../server/answer/context/answer-engine.ts'
import { createFactReader, type LedgerFact } from '../../server/answer/facts/fact-reader.ts'
import type { StatementProgress } from '../../server/contract/events.ts'
import { createOpenAiChatModel } from '../../server/model/openai-chat-model.ts'
import { createModelAnswerEngine } from '../../server/model-answer/create-model-answer-engine.ts'
import { createRetriever } from '../../server/retrieval/retriever.ts'
import { createSynonymFinder } from '../../server/understand/other-names.ts'
import { readSeedTexts } from '../eval/facts/seed-sentences.ts'
import { type AnswerLibrary, createAnswerLibrary } from '../support/answer-library.ts'
import { createRandom } from '../support/random.ts'
import { type ReplyWay, RIGHT_WAYS, readEvidence, scriptReply, WRONG_WAYS } from '../support/scripted-replies.ts'
import { createScriptedUpstream, type ScriptedUpstream } from '../support/scripted-upstream.ts'

const SEED = 20_261_122
const WRONG_ANSWERS = 300
const RIGHT_ANSWERS = 200

let library: AnswerLibrary
let engine: AnswerEngine
let upstream: ScriptedUpstream
let facts: LedgerFact[]
beforeAll(async () => {
  library = await createAnswerLibrary(Object.fromEntries(readSeedTexts().map(({ file, text }) => [file, text])))
  upstream = await createScriptedUpstream()
  const { segmenter } = await openSegmenter()
  engine = createModelAnswerEngine({
    extractive: library.engine,
    model: createOpenAiChatModel({ model: 'scripted', baseUrl: upstream.baseUrl, apiKey: null }),
    retriever: createRetriever({ analyzer: createAnalyzer(segmenter), embedder: null, synonyms: createSynonymFinder() }),
    onUnexpected: (error) => {
      throw error
    },
  })
  const random = createRandom(SEED)
  const all = (await createFactReader().ofLibrary(library.snapshot)).filter(({ fact }) => fact.year !== null && fact.indicator.length >= 3)
  facts = all
    .map((fact) => ({ fact, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ fact }) => fact)
})
afterAll(async () => {
  await upstream.close()
})

/** Asks for a fact; the model answers in the given way. Null where the library's answer gives it no occasion to. */
async function askAnswered({ fact }: LedgerFact, way: ReplyWay) {
  const heard: StatementProgress[] = []
  let reply: ReturnType<typeof scriptReply> = null
  upstream.script = ({ prompt }) => {
    const evidence = readEvidence(prompt)
    reply ??= evidence[0] ? scriptReply(way, evidence[0], evidence) : null
    return { kind: 'text', text: reply?.text ?? '资料不足。', pieceChars: 7 }
  }
  const question = `${fact.year}年${fact.place ?? ''}${fact.indicator}${fact.tense === 'target' ? '的目标' : ''}是多少？`
  const { answer } = await engine.answer(library.snapshot, { question, filters: {}, history: [] }, { onStatement: (one) => heard.push(one) })
  const given = reply as ReturnType<typeof scriptReply>
  return given === null ? null : { question, answer, heard, ...given }
}

test(`of ${WRONG_ANSWERS} wrong answers none is shown as supported`, { timeout: 600_000 }, async () => {
  const counts = new Map<ReplyWay, number>()
  const shown: string[] = []
  const random = createRandom(SEED + 1)
  const queue = Array.from({ length: 6 * WRONG_ANSWERS }, (_, at) => ({
    fact: facts[Math.floor(random() * facts.length)],
    way: WRONG_WAYS[at % WRONG_WAYS.length],
  }))
  let asked = 0
  for (const { fact, way } of queue) {
    if (asked >= WRONG_ANSWERS) break
    if (fact === undefined || way === undefined || (counts.get(way) ?? 0) >= WRONG_ANSWERS / WRONG_WAYS.length) continue
    const given = await askAnswered(fact, way)
    if (given === null || given.wrong === null) continue
    const { wrong, answer, heard, question } = given
    asked += 1
    counts.set(way, (counts.get(way) ?? 0) + 1)
    const supported = [...answer.statements, ...heard].filter(({ verdict, text }) => verdict === 'supported' && text.includes(wrong))
    if (supported.length > 0 || answer.answer.includes(wrong)) shown.push(`${way}: ${question} → ${wrong}`)
    expect(answer.statements.every(({ citations }) => citations.length > 0)).toBe(true)
  }
  console.info(
    `seed ${SEED}: wrong answers ${asked} (${[...counts].map(([way, n]) => `${way} ${n}`).join(', ')}), shown as supported ${shown.length}`,
  )
  expect(shown).toEqual([])
  expect(asked).toBe(WRONG_ANSWERS)
})

test(`of ${RIGHT_ANSWERS} right answers at most 2 % are marked wrong`, { timeout: 600_000 }, async () => {
  const random = createRandom(SEED + 2)
  const marked: string[] = []
  let asked = 0
  let written = 0
  for (let at = 0; asked < RIGHT_ANSWERS && at < 6 * RIGHT_ANSWERS; at += 1) {
    const fact = facts[Math.floor(random() * facts.length)]
    const way = RIGHT_WAYS[at % RIGHT_WAYS.length]
    const given = fact && way && (await askAnswered(fact, way))
    if (!given) continue
    asked += 1
    if (given.answer.mode === 'llm') written += 1
    const last = given.heard.filter(({ index }) => index === 0).at(-1)
    if (last?.verdict !== 'supported' || last.withdrawn !== undefined) {
      marked.push(`${way}: ${given.question} → ${given.text} (${last?.withdrawn?.problems.map(({ message }) => message).join('；')})`)
    }
  }
  console.info(`seed ${SEED}: right answers ${asked}, marked wrong ${marked.length}, written by the model ${written}`)
  expect(marked.length / asked, marked.join('\n')).toBeLessThanOrEqual(0.02)
  expect(asked).toBe(RIGHT_ANSWERS)
})
