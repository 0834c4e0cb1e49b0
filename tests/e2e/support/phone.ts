import type { Page } from 'playwright-core'

/** The narrowest screen that the page promises to fit. */
export const PHONE = { viewport: { width: 375, height: 720 } }

/** By how many pixels the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
