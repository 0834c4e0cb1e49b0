import type { Page } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import type { ChatAnswer } from '../../../server/contract/chat.ts'
import { createDeferred } from '../../support/deferred.ts'
import { readEvidence } from '../../support/scripted-replies.ts'
import type { ScriptedUpstream, UpstreamReply, UpstreamRequest } from '../../support/scripted-upstream.ts'
import { ask, marks, questionBox, turns, wholeTurn } from '../support/asking.ts'
import type { BrowserSuite } from '../support/browser-suite.ts'
import { overflow, PHONE } from '../support/phone.ts'

export const MODEL = 'scripted-model-of-a-rather-long-name'

export const REPORT = `霞浦岭市2025年政府工作报告

一、2024年工作回顾
2024年，全市地区生产总值完成320亿元，增长6.5%。全市城镇新增就业1.2万人。

二、2025年主要目标
2025年，全市地区生产总值增长7%左右。
2025年，全市城镇新增就业1.3万人以上。
2025年，全市一般公共预算收入增长4%。
`

const QUESTION = '对比2025年霞浦岭市地区生产总值、城镇新增就业的目标'
const RIGHT = '2025年霞浦岭市地区生产总值增长7%左右。'
const SECOND = '2025年霞浦岭市城镇新增就业1.3万人以上。'
const WRONG = '2025年霞浦岭市城镇新增就业5.3万人以上。'

export function modelCases(suite: BrowserSuite, upstream: () => ScriptedUpstream): void {
  const reply = (text: (request: UpstreamRequest) => string, more: Partial<UpstreamReply & { kind: 'text' }> = {}) => {
    upstream().script = (request) => ({ kind: 'text', text: text(request), ...more })
  }
  const choice = (page: Page, name: string) => page.getByRole('group', { name: '怎样作答' }).getByRole('radio', { name })
  const begin = async (page: Page) => {
    await questionBox(page).fill(QUESTION)
    await questionBox(page).press('Enter')
    return turns(page).last()
  }
  beforeEach(() => reply(() => '资料不足。'))

  it('come statement by statement, in check first, then with their verdict; the whole answer says who wrote it', async () => {
    // The model waits in the midst of its first statement, and before its end, until the page was seen so.
    const [inCheck, checked] = [createDeferred(), createDeferred()]
    const gate = (sent: string) => (sent.length < RIGHT.length / 2 ? undefined : sent.includes(SECOND) ? checked.promise : inCheck.promise)
    reply(({ prompt }) => cited(prompt, RIGHT) + cited(prompt, SECOND), { pieceChars: 3, gate })
    const page = await suite.open()
    const turn = await begin(page)
    const list = turn.getByRole('list', { name: '逐句核对' })
    await list.getByText('核对中').first().waitFor()
    expect(await turn.getAttribute('aria-busy')).toBe('true')
    inCheck.resolve()
    await list.getByText('与原文相符').first().waitFor()
    expect(await turn.getAttribute('aria-busy')).toBe('true')
    // The whole answer folds the steps.
    await turn.getByRole('list', { name: '查找过程' }).getByText('检索').first().waitFor()
    checked.resolve()
    const whole = await wholeTurn(page, 0)
    await expect.poll(() => whole.textContent()).toContain(`由 ${MODEL} 撰写`)
    await expect.poll(() => whole.getByText('已逐句核对').count()).toBe(1)
    await whole.getByText('查找过程').click()
    await expect.poll(() => whole.getByText(/^检索“/).isVisible()).toBe(true)
    await marks(whole).first().click()
    await page.getByRole('region', { name: '原文', exact: true }).locator('mark').first().waitFor()
    await page.reload()
    await expect.poll(async () => (await wholeTurn(page, 0)).textContent()).toContain(`由 ${MODEL} 撰写`)
  })

  it('show the true sentence where the model was wrong, and on request what it had written and why that is wrong', async () => {
    reply(rightAndWrong)
    const page = await suite.open()
    const turn = await ask(page, QUESTION)
    await expect.poll(() => turn.locator('.prose').first().textContent()).toContain('1.3万人以上')
    const replaced = turn.getByRole('region', { name: '换成原文的句子' })
    await expect.poll(() => replaced.textContent()).toContain('1.3万人以上')
    await expect.poll(() => replaced.getByText(WRONG).isVisible()).toBe(false)
    await replaced.getByText('模型原写').click()
    await expect.poll(() => replaced.getByText(WRONG).isVisible()).toBe(true)
    await expect.poll(() => replaced.locator('.problem').first().textContent()).toMatch(/5\.3|1\.3/)
    await page.reload()
    await expect.poll(async () => (await wholeTurn(page, 0)).getByRole('region', { name: '换成原文的句子' }).count()).toBe(1)
  })

  it('are not asked for where the user wants the originals only; the choice is kept', async () => {
    const page = await suite.open()
    await expect.poll(() => choice(page, '用语言模型').isChecked()).toBe(true)
    await expect.poll(() => page.getByTitle(MODEL, { exact: true }).isVisible()).toBe(true)
    await page.getByText('只摘原文', { exact: true }).click()
    const before = upstream().requests.length
    const sent = page.waitForRequest((request) => request.url().endsWith('/api/chat'))
    const turn = await ask(page, QUESTION)
    expect((await sent).postDataJSON()).toMatchObject({ mode: 'extractive' })
    await expect.poll(() => turn.textContent()).toContain('摘自原文')
    expect(upstream().requests.length).toBe(before)
    await page.reload()
    await wholeTurn(page, 0)
    await expect.poll(() => choice(page, '只摘原文').isChecked()).toBe(true)
    await choice(page, '只摘原文').focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => choice(page, '用语言模型').isChecked()).toBe(true)
  })

  it('can be stopped: what was checked stays, and the model is told nothing more', async () => {
    reply(({ prompt }) => cited(prompt, RIGHT) + cited(prompt, SECOND).repeat(40), { pieceChars: 4, pieceMs: 400 })
    const page = await suite.open()
    const turn = await begin(page)
    await turn.getByText('与原文相符').first().waitFor()
    await page.getByRole('button', { name: '停止回答' }).click()
    await turn.getByText('以上是核对过的部分').waitFor()
    await expect.poll(() => turn.getByRole('list', { name: '逐句核对' }).textContent()).toContain('7%左右')
    await expect.poll(() => turn.getByText('核对中').count()).toBe(0)
    await expect.poll(() => upstream().open).toBe(0)
    await page.getByRole('button', { name: '提问' }).waitFor()
  })

  it('are taken up again where a stream broke off', async () => {
    reply(({ prompt }) => cited(prompt, RIGHT) + cited(prompt, SECOND))
    const page = await suite.open()
    const whole = await fetch(`${suite.app.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ question: QUESTION, mode: 'llm' }),
    })
    const events = (await whole.text()).split(/(?<=\n\n)/)
    const cut = events.findIndex((event) => event.includes('event: statement')) + 1
    const end = /data: (.*)/.exec(events.find((event) => event.includes('event: answer-end')) ?? '')?.[1] ?? 'null'
    await page.route('**/api/chat', (route) => route.fulfill({ contentType: 'text/event-stream', body: events.slice(0, cut).join('') }))
    const turn = await ask(page, QUESTION)
    const answer = JSON.parse(end) as ChatAnswer
    expect(answer.mode).toBe('llm')
    for (const statement of answer.statements) await expect.poll(() => turn.locator('.prose').first().textContent()).toContain(statement.text)
    await expect.poll(() => turn.textContent()).toContain(`由 ${MODEL} 撰写`)
  })

  it('fall back to the originals when the model fails, and say so', async () => {
    upstream().script = () => ({ kind: 'status', status: 401 })
    const page = await suite.open()
    const turn = await ask(page, QUESTION)
    await expect.poll(() => turn.locator('.prose').first().textContent()).toContain('7%左右')
    await expect.poll(() => turn.getByText(/语言模型没有用上，这次按原文摘句作答/).isVisible()).toBe(true)
    await expect.poll(() => turn.textContent()).toContain('摘自原文')
  })

  it('have their connection shown and tested on the settings page, in good order and not', async () => {
    reply(() => '好')
    const page = await suite.open('/', { expectedErrors: [/status of 50\d|status of 4\d\d/] })
    await page.getByRole('link', { name: '设置' }).click()
    const section = page.getByRole('region', { name: '语言模型' })
    await section.getByText(MODEL).waitFor()
    await expect.poll(() => section.textContent()).toContain(new URL(upstream().baseUrl).host)
    await section.getByRole('button', { name: '测试连接' }).click()
    await section.getByText(/连接正常，用时/).waitFor()
    upstream().script = () => ({ kind: 'status', status: 401 })
    await section.getByRole('button', { name: '测试连接' }).click()
    await section.getByText('连接没有成功').waitFor()
    await expect.poll(() => section.textContent()).toContain('model_unauthorized')
    expect(await page.content()).not.toContain('canary-key')
    await page.getByRole('region', { name: '检索与文库' }).getByText('第').waitFor()
    await page.getByRole('group', { name: '外观' }).getByText('深色').click()
    await expect.poll(() => page.getByRole('button', { name: /^外观：深色/ }).count()).toBe(1)
  })

  it('fit on a phone, as do the choice and the settings', async () => {
    reply(rightAndWrong)
    const page = await suite.open('/', PHONE)
    await ask(page, QUESTION)
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('link', { name: '设置' }).click()
    await page.getByRole('button', { name: '测试连接' }).waitFor()
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
  })
}

/** Wrong once more when it is asked to mend what was wrong. */
function rightAndWrong({ prompt }: UpstreamRequest): string {
  const wrong = cited(prompt, WRONG, SECOND)
  return prompt.includes(WRONG) ? `1. ${wrong}` : cited(prompt, RIGHT) + wrong
}

/** A statement with the handle of the evidence that says `source`. */
function cited(prompt: string, text: string, source = text): string {
  const line = readEvidence(prompt).find((evidence) => evidence.text.includes(source.slice(9, 15)))
  return `${text}[${line?.handle ?? 'E99'}]\n`
}
