import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import type { ServiceParts } from '../../../server/services.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'
import { findChromium, launchChromium } from './chromium.ts'
import { createToldEngine, type ToldEngine } from './told-engine.ts'
import { openWatchedPage, type WatchedPage, type WatchOptions } from './watched-page.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const SETUP_TIMEOUT_MS = 300_000

export interface PageSuite {
  readonly app: TestApp
  readonly engine: ToldEngine
  open(path?: string, options?: WatchOptions): Promise<WatchedPage['page']>
}

/** A suite on the built page and a real browser over the real app, with a library in memory and an engine that says what it is told; a new one for each test. */
export function describeOnPage(name: string, tests: (suite: PageSuite) => void, parts: Partial<ServiceParts> = {}): void {
  const chromium = findChromium()
  describe.skipIf(chromium === null)(name, () => {
    let browser: Browser | undefined
    let held: { readonly app: TestApp; readonly engine: ToldEngine; readonly url: string } | undefined
    let pages: WatchedPage[] = []
    beforeAll(async () => {
      if (chromium === null) return
      execFileSync(process.execPath, ['scripts/build-web.mjs'], { cwd: ROOT })
      browser = await launchChromium(chromium)
    }, SETUP_TIMEOUT_MS)
    afterAll(() => browser?.close())
    beforeEach(async () => {
      const engine = createToldEngine()
      const app = await createTestApp({ app: { webDir: path.join(ROOT, 'web/dist') }, parts: { engine, ...parts } })
      held = { app, engine, url: await app.listen() }
    })
    afterEach(async () => {
      const opened = pages
      pages = []
      for (const page of opened) await page.finish()
      await held?.app.close()
    })
    const current = () => {
      if (!held) throw new Error('The app is not up yet')
      return held
    }
    tests({
      get app() {
        return current().app
      },
      get engine() {
        return current().engine
      },
      async open(address = '/', options = {}) {
        if (!browser) throw new Error('The browser is not up yet')
        const watched = await openWatchedPage(browser, current().url + address, options)
        pages.push(watched)
        return watched.page
      },
    })
  })
}
