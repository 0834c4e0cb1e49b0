import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium that browser tests drive: CHROMIUM_PATH, else where Linux distributions put it. Null leaves the tests out, with a printed line.
 *
 * @throws {Error} under CI=true, where a missing Chromium must not pass unseen
 */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  const found = (named ? [named] : CANDIDATES).find((candidate) => existsSync(candidate)) ?? null
  if (found !== null) return found
  if (process.env.CI === 'true') throw new Error('Cannot run the browser tests: no Chromium found; install it or set CHROMIUM_PATH')
  console.log('浏览器测试没有运行：没有找到 Chromium。安装它，或用 CHROMIUM_PATH 指明位置。')
  return null
}

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
  })
}
