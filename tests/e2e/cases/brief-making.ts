import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { BriefList, BriefView } from '../../../server/contract/briefs.ts'
import type { ConversationDetail } from '../../../server/contract/conversations.ts'
import type { FactList } from '../../../server/contract/indicators.ts'
import { askExample } from '../support/asking.ts'
import type { BrowserSuite } from '../support/browser-suite.ts'
import { findFaintText } from '../support/contrast.ts'
import { overflow, PHONE } from '../support/phone.ts'

const request = (page: Page) => page.getByRole('textbox', { name: '要什么简报' })
const plan = (page: Page) => page.getByRole('region', { name: '编写前的提纲' })
const statements = (page: Page) => page.getByRole('article').getByRole('listitem', { name: /^论断：/ })

export function briefMakingCases(suite: BrowserSuite): void {
  const kept = (page: Page) => suite.app.get<BriefView>(`/api${new URL(page.url()).pathname}`)

  it('shows how a request is understood, and writes what was changed in it', async () => {
    const page = await suite.open('/briefs')
    await look(suite, page)
    const years = plan(page).getByRole('list', { name: '年份' })
    const [first] = await years.getByRole('button', { name: /^去掉年份：/ }).all()
    const gone = (await first?.getAttribute('aria-label'))?.replace(/\D/g, '')
    await first?.click()
    await expect.poll(() => years.getByRole('button', { name: `去掉年份：${gone}` }).count()).toBe(0)
    await expect.poll(() => plan(page).getAttribute('aria-busy')).toBe('false')
    await plan(page).getByRole('textbox', { name: '标题', exact: true }).fill('自己起的题目')
    await plan(page).getByRole('textbox', { name: '第 1 个标题' }).fill('自己起的小标题')
    await plan(page).getByRole('textbox', { name: '第 1 个标题' }).press('Tab')
    await plan(page).getByRole('textbox', { name: '读者' }).fill('办公室')
    await plan(page).getByRole('button', { name: '按提纲编写' }).click()
    await page.getByRole('article', { name: '自己起的题目' }).waitFor()
    const brief = await kept(page)
    expect(brief.understood.years.map(String)).not.toContain(gone)
    expect(brief.understood.audience).toBe('办公室')
    expect(brief.sections[0]?.heading).toBe('一、自己起的小标题')
  })

  it('keeps what was typed when nothing is found, and says what to do', async () => {
    const page = await suite.open('/briefs', { expectedErrors: [/status of 422/] })
    await request(page).fill('1987年南极洲企鹅养殖补贴的简报')
    await page.getByRole('button', { name: '先看提纲' }).click()
    await page.getByRole('alert').getByText('请换一个主题').waitFor()
    await expect.poll(() => request(page).inputValue()).toBe('1987年南极洲企鹅养殖补贴的简报')
    await request(page).fill('写一份就业简报，'.repeat(1_250))
    await page.getByRole('button', { name: '先看提纲' }).click()
    await page.getByRole('alert').getByText('要求超出').waitFor()
    await expect.poll(async () => (await request(page).inputValue()).length).toBe(10_000)
  })

  it('adds a sentence of the library to a section, verified, and brings an earlier version back', async () => {
    const page = await suite.open('/briefs')
    await look(suite, page)
    await plan(page).getByRole('button', { name: '按提纲编写' }).click()
    await page.getByRole('article').waitFor()
    const before = await kept(page)
    const { items } = await suite.app.get<FactList>('/api/indicators?limit=1')
    await page
      .getByRole('button', { name: /^从文库加一句：/ })
      .last()
      .click()
    const dialog = page.getByRole('dialog', { name: /^从文库加一句到/ })
    await dialog.getByRole('searchbox', { name: '在文库里找句子' }).fill(items[0]?.indicator ?? '')
    await dialog
      .getByRole('button', { name: /^加入：/ })
      .first()
      .waitFor()
    await expect.poll(() => findFaintText(page)).toEqual([])
    const quote = await dialog.getByRole('listitem').first().getByRole('paragraph').first().textContent()
    await dialog
      .getByRole('button', { name: /^加入：/ })
      .first()
      .click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(async () => (await kept(page)).version).toBe(2)
    const after = await kept(page)
    const added = after.sections.at(-1)?.statements.at(-1)
    expect([added?.text, added?.verdict]).toEqual([quote, 'supported'])
    await expect.poll(() => statements(page).count()).toBe(before.sections.flatMap((section) => section.statements).length + 1)

    await page.getByRole('button', { name: '版本' }).click()
    const versions = page.getByRole('dialog', { name: '版本' })
    await versions.getByRole('button', { name: /第 1 版/ }).click()
    await versions.getByText(before.sections.find((section) => section.statements.length > 0)?.statements[0]?.text ?? 'none').waitFor()
    await versions.getByRole('button', { name: '恢复第 1 版' }).click()
    await versions.waitFor({ state: 'detached' })
    await expect.poll(async () => (await kept(page)).version).toBe(3)
    await expect.poll(async () => (await kept(page)).sections).toEqual(before.sections)
    await page.getByText(/已逐句核对：.*第 3 版/).waitFor()
  })

  it('makes a brief of a conversation', async () => {
    const page = await suite.open('/')
    await askExample(page)
    await page.getByRole('button', { name: /^把这次对话写成简报/ }).click()
    // The conversation may show an article of its own before the page changes.
    await page.waitForURL(/\/briefs\/[^/]+$/)
    await page.getByRole('article').waitFor()
    const brief = await kept(page)
    expect(brief.sections.length).toBeGreaterThan(0)
    for (const statement of brief.sections.flatMap((section) => section.statements)) expect(statement.verdict).toBe('supported')
    const { items } = await suite.app.get<BriefList>('/api/briefs?limit=1')
    expect(items[0]?.briefId).toBe(brief.briefId)
    const { items: conversations } = await suite.app.get<{ items: ConversationDetail[] }>('/api/conversations?limit=1')
    expect(brief.request).toContain(conversations[0]?.title)
  })

  it.each(['light', 'dark'] as const)('plans at 375 px with readable contrast in the %s scheme', async (colorScheme) => {
    const page = await suite.open('/briefs', { ...PHONE, colorScheme })
    await look(suite, page)
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await expect.poll(() => findFaintText(page)).toEqual([])
  })
}

/** Writes a request about what the library holds and asks for its outline. */
async function look(suite: BrowserSuite, page: Page): Promise<void> {
  const { items } = await suite.app.get<FactList>('/api/indicators?kind=target&limit=500')
  const fact = items.find((item) => items.some((other) => other.indicator === item.indicator && other.year !== item.year))
  const years = [...new Set(items.flatMap(({ year }) => year ?? []))].toSorted((a, b) => a - b)
  await request(page).fill(`准备一份关于${fact?.indicator}的简报：${years[0]}—${years.at(-1)}年目标与完成情况`)
  await page.getByRole('button', { name: '先看提纲' }).click()
  await plan(page).waitFor()
}
