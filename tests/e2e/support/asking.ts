import type { Locator, Page } from 'playwright-core'

export const questionBox = (page: Page): Locator => page.getByRole('textbox', { name: '问题' })

/** The turns of the conversation, oldest first. */
export const turns = (page: Page): Locator => page.getByRole('article')

export const marks = (within: Locator): Locator => within.getByRole('button', { name: /^引用 \d+/ })

/** Asks as a user does and waits until the answer is whole. */
export async function ask(page: Page, question: string): Promise<Locator> {
  await questionBox(page).waitFor()
  const before = await turns(page).count()
  await questionBox(page).fill(question)
  await questionBox(page).press('Enter')
  return wholeTurn(page, before)
}

/** Presses the first example of the empty page. */
export async function askExample(page: Page): Promise<Locator> {
  await page.getByRole('region', { name: '例如' }).getByRole('button').first().click()
  return wholeTurn(page, 0)
}

export async function wholeTurn(page: Page, index: number): Promise<Locator> {
  const turn = turns(page).nth(index)
  await turn.getByRole('button', { name: '复制回答' }).waitFor()
  return turn
}

/** The highlighted characters of a reader. */
export async function highlighted(region: Locator): Promise<string> {
  await region.locator('mark').first().waitFor()
  return (await region.locator('mark').allTextContents()).join('')
}

/** Text as quotes are compared: without white space, in one character form. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
