import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { createRandom } from '../../support/random.ts'
import type { GoldQuestion } from '../questions/question.ts'
import { readJsonl } from '../questions/read-jsonl.ts'
import { readOriginals } from '../sections/seed-questions.ts'
import { printSkipped, sharedPath } from '../shared-data.ts'
import { type JudgedAnswer, judgeAnswer } from './judge.ts'

const SEED = 20260101
const SHARED_SCORER = ['eval', 'score.mjs'] as const
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

/** An answer that is right, wrong, short of evidence, too long, dishonest or refused, by chance. */
function inventAnswer(question: GoldQuestion, originals: ReadonlyMap<string, string>, random: () => number): JudgedAnswer {
  const citations = question.evidence
    .filter(() => random() < 0.8)
    .map((evidence, index) => {
      const at = originals.get(evidence.file)?.indexOf(evidence.quote) ?? 0
      const start = Math.max(0, at + Math.round((random() - 0.5) * 20))
      const end = Math.min(originals.get(evidence.file)?.length ?? 0, start + evidence.quote.length)
      const quote = originals.get(evidence.file)?.slice(start, end) ?? ''
      return { n: index + 1, file: evidence.file, start, end, quote: random() < 0.1 ? `${quote}改` : quote }
    })
  const words = question.must_include.map((wanted) => (random() < 0.15 ? `1${wanted}` : wanted))
  const filler = random() < 0.1 ? '长'.repeat(301) : ''
  return {
    outcome: random() < (question.answerable ? 0.1 : 0.7) ? 'abstained' : 'answered',
    answer: `**答**：${words.join('，')}${citations.map((c) => `[${c.n}]`).join('')}${filler}`,
    statements: random() < 0.1 ? [{ citations: [] }] : [{ citations: random() < 0.1 ? [99] : citations.map((c) => c.n) }],
    citations,
  }
}

async function serve(answers: ReadonlyMap<string, JudgedAnswer>): Promise<string> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8')
    })
    request.on('end', () => {
      const { question } = JSON.parse(body) as { question: string }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ conversationId: 'c1', ...answers.get(question) }))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('judges as the shared scorer does, answer by answer', async (context) => {
  const scorer = sharedPath(...SHARED_SCORER)
  const questionsFile = sharedPath('eval', 'questions.jsonl')
  const seeds = sharedPath('seeds')
  if (scorer === null || questionsFile === null || seeds === null) {
    printSkipped('comparison with the shared scorer', SHARED_SCORER.join('/'))
    return context.skip()
  }
  const originals = readOriginals(seeds)
  const random = createRandom(SEED)
  // The last turn identifies a question here; turns that two questions share would get one answer.
  const questions = readJsonl<GoldQuestion>(questionsFile)
  const answers = new Map(questions.flatMap((question) => question.turns.map((turn) => [turn, inventAnswer(question, originals, random)])))
  const folder = mkdtempSync(join(tmpdir(), 'youju-scorer-'))
  const out = join(folder, 'out.json')
  await promisify(execFile)(process.execPath, [scorer, '--base', await serve(answers), '--questions', questionsFile, '--seeds', seeds, '--json', out])
  const theirs = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown>[]
  rmSync(folder, { recursive: true })
  const ours = questions.map((question) => {
    const answer = answers.get(question.turns.at(-1) ?? '')
    if (answer === undefined) throw new Error(`no answer for ${question.id}`)
    const { right, cited, honest, full, abstained, chars } = judgeAnswer(originals, question, answer)
    return { id: question.id, right, cited, honest, full, abstained, chars }
  })
  expect(theirs.map(({ id, right, cited, honest, full, abstained, chars }) => ({ id, right, cited, honest, full, abstained, chars }))).toEqual(ours)
  const counts = {
    full: ours.filter((o) => o.full).length,
    wrong: ours.filter((o) => !o.right).length,
    dishonest: ours.filter((o) => !o.honest).length,
  }
  console.log(`seed ${SEED}: ${ours.length} answers, ${JSON.stringify(counts)}`)
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(20)
})
