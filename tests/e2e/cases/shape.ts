import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { DocumentList } from '../../../server/contract/documents.ts'
import type { ReadyView } from '../../../server/contract/status.ts'
import { askExample, highlighted, marks, questionBox, wholeTurn } from '../support/asking.ts'
import type { BrowserSuite } from '../support/browser-suite.ts'
import { findFaintText } from '../support/contrast.ts'
import { overflow, PHONE } from '../support/phone.ts'

const focused = (page: Page) => page.evaluate<string>("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent")

export function shapeCases(suite: BrowserSuite): void {
  it('works at 375 px: sources and conversations as sheets, nothing wider than the screen', async () => {
    const page = await suite.open('/', PHONE)
    const turn = await askExample(page)
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await marks(turn).first().click()
    const sheet = page.getByRole('dialog', { name: '原文' })
    await expect.poll(() => highlighted(sheet)).not.toBe('')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: '会话', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: '会话' })
    await drawer.getByRole('list', { name: '会话' }).getByRole('listitem').first().waitFor()
    await drawer.getByRole('button', { name: '新会话' }).click()
    await page.getByRole('heading', { name: '想查什么，直接问' }).waitFor()

    const { items } = await suite.app.get<DocumentList>('/api/documents')
    for (const path of ['/documents', `/documents/${items[0]?.id}`, '/settings']) {
      await page.goto(suite.app.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    }
  })

  it.each(['light', 'dark'] as const)('has readable contrast everywhere in the %s scheme', async (colorScheme) => {
    const page = await suite.open('/', { colorScheme })
    const turn = await askExample(page)
    await marks(turn).first().click()
    await highlighted(page.getByRole('region', { name: '原文', exact: true }))
    await expect.poll(() => findFaintText(page)).toEqual([])
    await page.getByRole('link', { name: '文库', exact: true }).click()
    await page.getByRole('list', { name: '文档' }).getByRole('link').first().click()
    await page.getByText('文本整理').click()
    await expect.poll(() => findFaintText(page)).toEqual([])
    await page.getByRole('link', { name: '设置' }).click()
    await page.getByText('CHAT_MODEL').waitFor()
    await expect.poll(() => findFaintText(page)).toEqual([])
  })

  it('says on the settings page what the service works with, and how to add a model where there is none', async () => {
    const page = await suite.open('/settings')
    const ready = await suite.app.get<ReadyView>('/ready')
    const library = page.getByRole('region', { name: '检索与文库' })
    await library.getByText(`${ready.documents} 份文档`).waitFor()
    for (const fact of [ready.encoder ?? '只按词语检索', ready.segmenter, `第 ${ready.generation} 代`, '一切正常']) {
      await expect.poll(() => library.textContent()).toContain(fact)
    }
    const model = page.getByRole('region', { name: '语言模型' })
    await model.getByText('没有配置语言模型').waitFor()
    for (const name of ['CHAT_MODEL', 'OPENAI_BASE_URL', 'OPENAI_API_KEY'])
      await expect.poll(() => model.getByText(name, { exact: true }).isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('button', { name: '测试连接' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('textbox').count()).toBe(0)
    await page.getByRole('link', { name: '问答' }).click()
    await questionBox(page).waitFor()
    await expect.poll(() => page.getByRole('group', { name: '怎样作答' }).count()).toBe(0)
  })

  it('shows what is on the mend with its progress, and says it once', async () => {
    const page = await suite.open()
    await page.route('**/ready', async (route) => {
      const view = await (await route.fetch()).json()
      await route.fulfill({ json: { ...view, degraded: ['正在后台重新计算向量（计算向量 320/1083）。'] } })
    })
    await page.reload()
    await page.getByText('计算向量 320/1083').waitFor()
    await expect.poll(() => page.getByRole('status').filter({ hasText: '320' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('status').filter({ hasText: '部分功能暂时受限' }).count()).toBe(1)
    await page.getByRole('link', { name: '设置' }).click()
    await page.getByRole('region', { name: '检索与文库' }).getByText('计算向量 320/1083').waitFor()
  })

  it('keeps the chosen colour scheme', async () => {
    const page = await suite.open('/', { colorScheme: 'light' })
    const ground = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
    const light = await ground()
    await page.getByRole('button', { name: /^外观：跟随系统/ }).click()
    await page.getByRole('button', { name: /^外观：浅色/ }).click()
    await page.getByRole('button', { name: /^外观：深色/ }).waitFor()
    const dark = await ground()
    expect(dark).not.toBe(light)
    await page.reload()
    await page.getByRole('button', { name: /^外观：深色/ }).waitFor()
    await expect.poll(() => ground()).toBe(dark)
  })

  it('can be used by keyboard alone: ask, read the quote, open the source, come back', async () => {
    const page = await suite.open()
    await page.getByRole('region', { name: '例如' }).waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(page)).toBe('跳到正文')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const question = await focused(page)
    await page.keyboard.press('Enter')
    const turn = await wholeTurn(page, 0)
    await expect.poll(() => turn.getByRole('heading').first().textContent()).toBe(question)
    await tabTo(page, /^引用 1/)
    await page.getByRole('tooltip').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await highlighted(page.getByRole('region', { name: '原文', exact: true }))
    await expect.poll(() => focused(page)).toBe('原文')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toMatch(/^引用 1/)
    await tabTo(page, /^问题$/)
    await page.keyboard.type('另一个问题？')
    await expect.poll(() => questionBox(page).inputValue()).toBe('另一个问题？')
  })

  it('closes a quote with a key that is pressed as soon as the quote stands in the page', async () => {
    const page = await suite.open()
    const turn = await askExample(page)
    // The key comes in the same task as the quote, before anything is painted: earlier than a hand can be.
    await page.evaluate(`new MutationObserver((_, observer) => {
      if (!document.querySelector('[role=tooltip]')) return
      observer.disconnect()
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
      window.pressedAtOnce = true
    }).observe(document.body, { childList: true, subtree: true })`)
    await marks(turn).first().focus()
    await expect.poll(() => page.evaluate<boolean>('window.pressedAtOnce === true')).toBe(true)
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
  })
}

const MAX_TABS = 60

/** Presses Tab, from the page's start where need be, until something of this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses++) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${name}`)
}
