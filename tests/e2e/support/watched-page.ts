import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'

const PATIENCE_MS = 60_000

export interface WatchedPage {
  readonly page: Page
  /** Closes the page and fails on anything that went wrong behind it: console errors, exceptions, requests to other hosts, dialogs. */
  finish(): Promise<void>
}

export interface WatchOptions extends BrowserContextOptions {
  /** Console errors that the test provokes, such as the browser's own line about a failed request. */
  readonly expectedErrors?: readonly RegExp[]
}

export async function openWatchedPage(browser: Browser, url: string, { expectedErrors = [], ...options }: WatchOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...options })
  // On a busy machine a page may be slow; only one that never does what it should runs into this.
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !expectedErrors.some((expected) => expected.test(text))) problems.push(`console: ${text}`)
  })
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`))
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const address = new URL(request.url())
    if (address.protocol.startsWith('http') && address.host !== new URL(url).host) problems.push(`request to ${address.host}`)
  })
  await page.goto(url)
  return {
    page,
    async finish() {
      const ran = await page.evaluate('window.__ran')
      await context.close()
      expect(problems).toEqual([])
      expect(ran, 'a payload ran').toBeUndefined()
    },
  }
}
