import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { findChromium, launchChromium } from './chromium.ts'
import { type RealApp, startRealApp } from './real-app.ts'
import { openWatchedPage, type WatchedPage, type WatchOptions } from './watched-page.ts'

export interface BrowserSuite {
  readonly app: RealApp
  /** Opens an address of the app; every page is checked and closed after its test. */
  open(path?: string, options?: WatchOptions): Promise<WatchedPage['page']>
}

const SETUP_TIMEOUT_MS = 300_000

/**
 * A suite on the real program and a real browser, one of each for all of its tests. Left out, with a printed line, where there is no Chromium.
 *
 * @param settings further settings of the program, asked for when the suite begins
 */
export function describeInBrowser(
  name: string,
  tests: (suite: BrowserSuite) => void,
  settings: () => Promise<Readonly<Record<string, string>>> = async () => ({}),
): void {
  const chromium = findChromium()
  describe.skipIf(chromium === null)(name, () => {
    let app: RealApp | undefined
    let browser: Browser | undefined
    let pages: WatchedPage[] = []
    beforeAll(async () => {
      if (chromium === null) return
      ;[app, browser] = await Promise.all([settings().then(startRealApp), launchChromium(chromium)])
    }, SETUP_TIMEOUT_MS)
    afterAll(async () => {
      await browser?.close()
      await app?.stop()
    })
    afterEach(async () => {
      const opened = pages
      pages = []
      for (const page of opened) await page.finish()
    })
    tests({
      get app() {
        if (!app) throw new Error('The app is not up yet')
        return app
      },
      async open(path = '/', options = {}) {
        if (!app || !browser) throw new Error('The app is not up yet')
        const watched = await openWatchedPage(browser, app.url + path, options)
        pages.push(watched)
        return watched.page
      },
    })
  })
}
