import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { ConversationDetail } from '../../../server/contract/conversations.ts'
import { ask, askExample, bare, highlighted, marks, questionBox, turns, wholeTurn } from '../support/asking.ts'
import type { BrowserSuite } from '../support/browser-suite.ts'

/** Hands the page each answer in pieces of seven bytes, and holds it in its first words until window.goOn is called. */
const SLOW_STREAM = `{
  const goneOn = new Promise((resolve) => { window.goOn = resolve })
  const real = window.fetch
  window.fetch = async (address, init) => {
    const response = await real(address, init)
    if (address !== '/api/chat') return response
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const begun = new TextEncoder().encode(text.slice(0, text.indexOf('\\n\\n', text.indexOf('event: answer-delta')) + 2)).length
    let at = 0
    const body = new ReadableStream({
      async pull(controller) {
        if (at >= bytes.length) return controller.close()
        if (at > begun) await goneOn
        controller.enqueue(bytes.slice(at, at + 7))
        at += 7
      },
    })
    return new Response(body, { headers: response.headers })
  }
}`

export function askCases(suite: BrowserSuite): void {
  const kept = async (page: Page) => {
    await page.waitForURL(/\/c\/[^/]+$/)
    return suite.app.get<ConversationDetail>(`/api/conversations/${new URL(page.url()).pathname.replace('/c/', '')}`)
  }
  const source = (page: Page) => page.getByRole('region', { name: '原文', exact: true })

  it('answers an example, shows the quote of a mark, and highlights exactly its sentence in the original', async () => {
    const page = await suite.open()
    const turn = await askExample(page)
    const mark = marks(turn).first()
    await mark.hover()
    const [citation] = (await kept(page)).turns[0]?.answer.citations ?? []
    if (!citation) throw new Error('The answer has no citation')
    await expect.poll(async () => bare((await page.getByRole('tooltip').textContent()) ?? '')).toContain(bare(citation.quote))
    await mark.click()
    await expect.poll(async () => bare(await highlighted(source(page)))).toBe(bare(citation.quote))
    await expect
      .poll(async () => {
        const pane = await source(page).boundingBox()
        const sentence = await source(page).locator('mark').first().boundingBox()
        return pane !== null && sentence !== null && sentence.y > pane.y && sentence.y < pane.y + pane.height
      })
      .toBe(true)
    const column = page.getByRole('complementary', { name: '原文出处' })
    for (const heading of citation.sectionPath) await expect.poll(() => column.textContent()).toContain(heading)
  })

  it('shows the text while it streams, wherever the network cuts it', async () => {
    const page = await suite.open()
    await page.addInitScript(SLOW_STREAM)
    await page.reload()
    await page.getByRole('region', { name: '例如' }).getByRole('button').first().click()
    const turn = turns(page).first()
    await turn.locator('.prose').waitFor()
    expect(await turn.getAttribute('aria-busy')).toBe('true')
    const partial = await turn.locator('.prose').textContent()
    await page.evaluate('window.goOn()')
    const text = await (await wholeTurn(page, 0)).locator('.prose').textContent()
    expect(partial).not.toBe('')
    expect(text).not.toContain('\uFFFD')
    expect(text?.replace(/\d+/g, '')).toContain(partial?.replace(/\d+/g, '').slice(0, 4))
  })

  it('keeps the conversation: after a reload its answer and sources are there; it can be found, renamed and deleted', async () => {
    const page = await suite.open()
    const turn = await askExample(page)
    const text = await turn.textContent()
    await page.reload()
    const reopened = await wholeTurn(page, 0)
    await expect.poll(() => reopened.textContent()).toBe(text)
    await marks(reopened).first().click()
    await expect.poll(() => highlighted(source(page))).not.toBe('')

    const list = page.getByRole('list', { name: '会话', exact: true })
    const title = (await kept(page)).title
    await list
      .getByRole('button', { name: `重命名：${title}` })
      .first()
      .click()
    await page.getByRole('textbox', { name: '会话名称' }).fill('甲乙丙会话')
    await page.getByRole('textbox', { name: '会话名称' }).press('Enter')
    await list.getByRole('button', { name: '删除：甲乙丙会话' }).waitFor()
    await page.getByRole('searchbox', { name: '搜索会话' }).fill('甲乙丙')
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
    await list.getByRole('button', { name: '删除：甲乙丙会话' }).click()
    await page.getByRole('dialog', { name: '删除会话' }).getByRole('button', { name: '删除' }).click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(0)
    await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  })

  it('asks again within new limits when a chip is taken away or added', async () => {
    const page = await suite.open()
    const turn = await askExample(page)
    const chips = turn.getByRole('list', { name: '对问题的理解' })
    const first = page.waitForRequest((request) => request.url().endsWith('/api/chat'))
    await chips
      .getByRole('button', { name: /^去掉 \d{4}年/ })
      .first()
      .click()
    expect((await first).postDataJSON()).toMatchObject({ filters: { years: [] } })
    const second = await wholeTurn(page, 1)

    await second.getByRole('button', { name: '限定年份' }).click()
    await page.getByRole('textbox', { name: '限定年份' }).fill('十年')
    await page.getByRole('textbox', { name: '限定年份' }).press('Enter')
    await expect.poll(() => second.getByRole('alert').textContent()).toContain('四位年份')
    const asked = page.waitForRequest((request) => request.url().endsWith('/api/chat'))
    await page.getByRole('textbox', { name: '限定年份' }).fill('２０２４年')
    await page.getByRole('textbox', { name: '限定年份' }).press('Enter')
    expect((await asked).postDataJSON()).toMatchObject({ filters: { years: [2024] } })
    await expect.poll(async () => (await wholeTurn(page, 2)).textContent()).toContain('限定范围：2024年')
  })

  it('refuses with a reason what the library does not hold', async () => {
    const page = await suite.open()
    const turn = await ask(page, '1987年南极洲企鹅养殖补贴是多少亿元？')
    await expect.poll(() => turn.getByRole('region', { name: '没有找到依据' }).textContent()).toMatch(/没有/)
  })

  it('does not send empty and over-long questions, nor on the Enter that ends a composition', async () => {
    const page = await suite.open()
    const sent: string[] = []
    page.on('request', (request) => sent.push(new URL(request.url()).pathname))
    await page.getByRole('button', { name: '提问' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toBe('请先写下问题。')
    await questionBox(page).fill('问'.repeat(2_001))
    await questionBox(page).press('Enter')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('超出 1 字')
    await expect.poll(() => page.getByText('2001 / 2000').isVisible()).toBe(true)
    await questionBox(page).fill('目标')
    await questionBox(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    await questionBox(page).press('Shift+Enter')
    await expect.poll(() => questionBox(page).inputValue()).toBe('目标\n')
    expect(sent).not.toContain('/api/chat')
    await expect.poll(() => turns(page).count()).toBe(0)
  })

  it('stops a question on request', async () => {
    const page = await suite.open()
    await page.route('**/api/chat', () => new Promise(() => undefined))
    await questionBox(page).fill('今年的目标是多少？')
    await questionBox(page).press('Enter')
    await page.getByRole('button', { name: '停止回答' }).click()
    await turns(page).getByText('已停止').waitFor()
    await page.getByRole('button', { name: '提问' }).waitFor()
  })

  it('takes a stream that broke off up again and ends with the same answer', async () => {
    const page = await suite.open()
    const [question] = (await suite.app.get<{ questions: string[] }>('/api/examples')).questions
    const whole = await fetch(`${suite.app.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ question }),
    })
    const events = (await whole.text()).split(/(?<=\n\n)/)
    const cut = events.findIndex((event) => event.includes('event: answer-delta')) + 1
    await page.route('**/api/chat', (route) => route.fulfill({ contentType: 'text/event-stream', body: events.slice(0, cut).join('') }))
    const turn = await ask(page, question ?? '')
    const answer = (await kept(page)).turns[0]?.answer
    await expect.poll(() => turn.textContent()).toContain(bare(answer?.statements[0]?.text ?? 'none').slice(0, 12))
  })

  it('keeps a thumb up', async () => {
    const page = await suite.open()
    const turn = await askExample(page)
    // Waited for from before: it is shown for some seconds only.
    await Promise.all([page.getByText('已记下，谢谢').waitFor(), turn.getByRole('button', { name: '有用' }).click()])
    await page.reload()
    await expect.poll(async () => (await wholeTurn(page, 0)).getByRole('button', { name: '有用' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('says so when the service cannot be reached, and goes on when it can', async () => {
    const page = await suite.open('/', { expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
    await page.getByRole('region', { name: '例如' }).waitFor()
    // The page asks by itself as well: it is to find out by its button that the service is back.
    await page.evaluate("document.addEventListener('click', ({ target }) => { window.pressed = target.closest('[role=status]') !== null }, true)")
    await page.route('**/ready', async (route) =>
      (await page.evaluate('window.pressed === true')) ? route.continue() : route.abort('internetdisconnected'),
    )
    await page.context().setOffline(true)
    await questionBox(page).fill('今年的目标是多少？')
    await questionBox(page).press('Enter')
    await turns(page).getByRole('alert').getByText('连不上').waitFor()
    const banner = page.getByRole('status').filter({ hasText: '连不上' })
    await banner.waitFor()
    await page.context().setOffline(false)
    await banner.getByRole('button', { name: '重试' }).click()
    await banner.waitFor({ state: 'detached' })
    await turns(page).getByRole('button', { name: '重试' }).click()
    await wholeTurn(page, 1)
  })
}
