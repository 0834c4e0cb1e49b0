import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { BriefView } from '../../../server/contract/briefs.ts'
import type { DocumentList } from '../../../server/contract/documents.ts'
import type { FactList } from '../../../server/contract/indicators.ts'
import { readZip } from '../../support/read-zip.ts'
import { askExample, bare, highlighted, marks } from '../support/asking.ts'
import type { BrowserSuite } from '../support/browser-suite.ts'
import { findFaintText } from '../support/contrast.ts'
import { overflow, PHONE } from '../support/phone.ts'

const source = (page: Page) => page.getByRole('region', { name: '原文', exact: true })
const request = (page: Page) => page.getByRole('textbox', { name: '要什么简报' })
const statements = (page: Page) => page.getByRole('article').getByRole('listitem', { name: /^论断：/ })

export function briefCases(suite: BrowserSuite): void {
  const kept = (page: Page) => suite.app.get<BriefView>(`/api${new URL(page.url()).pathname}`)

  it('composes a brief from a request: sections with marks that open their sentences, what was understood, what was checked', async () => {
    const page = await compose(suite)
    const brief = await kept(page)
    await page.getByRole('heading', { level: 1, name: brief.title }).waitFor()
    // The same heading may stand under several others.
    for (const { heading } of brief.sections) {
      const alike = brief.sections.filter((section) => section.heading === heading).length
      await expect
        .poll(async () => [heading, await page.getByRole('article').getByRole('heading', { name: heading, exact: true }).count()])
        .toEqual([heading, alike])
    }
    await expect.poll(() => statements(page).count()).toBe(brief.sections.flatMap((section) => section.statements).length)
    for (const year of brief.understood.years) {
      await page.getByRole('list', { name: '对要求的理解' }).getByText(`${year}年`, { exact: true }).waitFor()
    }
    const [first] = brief.sections.flatMap((section) => section.statements)
    const citation = brief.citations.find(({ n }) => n === first?.citations[0])
    await marks(statements(page).first()).first().click()
    await expect.poll(async () => bare(await highlighted(source(page)))).toBe(bare(citation?.quote ?? 'none'))
    for (const [index, table] of brief.tables.entries()) {
      await expect.poll(() => page.getByRole('figure').nth(index).getByRole('row').count()).toBe(table.rows.length + 1)
    }
    await page.getByText('核对单').click()
    await expect.poll(() => page.getByRole('table', { name: '核对单' }).getByRole('row').count()).toBe(brief.checklist.length + 1)
  })

  it('marks a changed figure at once, keeps the edit, and lets statements be moved and deleted', async () => {
    const page = await compose(suite)
    const before = (await kept(page)).sections.flatMap((section) => section.statements)
    const index = before.findIndex(({ text, verdict }) => /\d{2,}/.test(text) && verdict === 'supported')
    const text = before[index]?.text ?? ''
    const wrong = text.replace(/\d{2,}/, (digits) => `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 3) % 10}`)
    await edit(statements(page).nth(index), wrong)
    const changed = statements(page).nth(index)
    await changed.getByText('与原文不符').waitFor()
    await expect.poll(() => changed.locator('.problem').allTextContents()).not.toEqual([])
    await page.getByText(/条论断中有 1 条没有通过核验/).waitFor()
    await page.reload()
    await statements(page).nth(index).getByText('与原文不符').waitFor()
    await edit(statements(page).nth(index), text)
    await page.getByText(/已逐句核对：.*第 3 版/).waitFor()

    const place = async (wanted: string) => {
      const { sections } = await kept(page)
      return sections.flatMap((section, at) => section.statements.flatMap((statement, i) => (statement.text === wanted ? [[at, i]] : [])))[0]
    }
    const { sections } = await kept(page)
    const filled = sections.flatMap((section, at) => (section.statements.length > 0 ? [at] : []))
    const [own = 0, next = 0] = filled
    const first = sections[own]?.statements[0]?.text ?? ''
    await press(statements(page).first(), '下移')
    // Past the end of its section it goes on to the next one.
    await expect.poll(() => place(first)).toEqual((sections[own]?.statements.length ?? 0) > 1 ? [own, 1] : [next, 0])
    const top = (await kept(page)).sections.flatMap((section) => section.statements)[0]?.text ?? ''
    await expect.poll(() => statements(page).first().textContent()).toContain(top)
    await press(statements(page).first(), '删除')
    await expect.poll(async () => (await kept(page)).sections.flatMap((section) => section.statements).length).toBe(before.length - 1)
    await expect.poll(() => place(top)).toBeUndefined()
  })

  it('exports Word with footnotes, tables and the checklist as annex, and Markdown', async () => {
    const page = await compose(suite)
    const brief = await kept(page)
    const word = await download(page, '导出 Word')
    expect(word.name).toMatch(/\.docx$/)
    const parts = readZip(word.bytes)
    const [body, notes] = [parts.get('word/document.xml')?.toString() ?? '', parts.get('word/footnotes.xml')?.toString() ?? '']
    expect(count(body, /<w:footnoteReference /g)).toBeGreaterThan(0)
    expect(count(notes, /<w:footnote [^>]*w:id="[1-9]/g)).toBeGreaterThan(0)
    expect(notes).toContain('《')
    // The tables of the brief and the one of the annex.
    expect(count(body, /<w:tbl>/g)).toBe(brief.tables.length + 1)
    expect(brief.tables.length).toBeGreaterThan(0)
    expect(body).toContain('核对单')
    expect(plain(body)).toContain(brief.indexFingerprint)
    for (const { text } of brief.sections.flatMap((section) => section.statements)) expect(bare(plain(body))).toContain(bare(text))
    const markdown = await download(page, '导出 Markdown')
    expect(markdown.bytes.toString()).toBe(brief.markdown)
  })

  it('composes anew within other limits, lists the briefs, and deletes after asking', async () => {
    const page = await compose(suite)
    const [year] = (await kept(page)).understood.years
    const first = page.url()
    await page.getByRole('button', { name: '改要求另写' }).click()
    const dialog = page.getByRole('dialog', { name: '改要求，另写一份' })
    for (const chip of await dialog.getByRole('button', { name: /^去掉 / }).all()) await expect.poll(() => chip.isVisible()).toBe(true)
    const sent = page.waitForRequest((each) => each.url().endsWith('/api/briefs') && each.method() === 'POST')
    await dialog.getByRole('combobox', { name: '篇幅' }).selectOption({ label: '短（要点）' })
    await dialog.getByRole('button', { name: '编写简报' }).click()
    expect((await sent).postDataJSON()).toMatchObject({ length: 'short', filters: { years: expect.arrayContaining([year]) } })
    await expect.poll(() => page.url()).not.toBe(first)
    await page.getByRole('article').waitFor()

    const { title } = await kept(page)
    await page.getByRole('link', { name: '← 简报' }).click()
    await page.getByRole('heading', { name: '已有简报' }).waitFor()
    const list = page.getByRole('list', { name: '简报', exact: true })
    await list.getByRole('listitem').first().waitFor()
    const total = await list.getByRole('listitem').count()
    await list
      .getByRole('button', { name: `删除：${title}` })
      .first()
      .click()
    await page.getByRole('dialog', { name: '删除简报' }).getByRole('button', { name: '删除', exact: true }).click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(total - 1)
  })

  it('takes a cited answer of the chat over into a brief', async () => {
    const page = await compose(suite)
    const before = await kept(page)
    await page.getByRole('link', { name: '问答' }).click()
    const turn = await askExample(page)
    await turn.getByRole('button', { name: '加入简报' }).click()
    const dialog = page.getByRole('dialog', { name: '把回答加入简报' })
    await dialog.getByRole('combobox', { name: '简报' }).selectOption(before.briefId)
    await dialog.getByRole('button', { name: '加入', exact: true }).click()
    await page.getByRole('article', { name: before.title }).waitFor()
    const after = await kept(page)
    expect(after.briefId).toBe(before.briefId)
    expect(after.sections).toHaveLength(before.sections.length + 1)
    const taken = after.sections.at(-1)?.statements ?? []
    expect(taken.map(({ verdict }) => verdict)).toEqual(taken.map(() => 'supported'))
    expect(taken.length).toBeGreaterThan(0)
    await expect.poll(() => statements(page).count()).toBe(after.sections.flatMap((section) => section.statements).length)
    await marks(statements(page).last()).first().click()
    const citation = after.citations.find(({ n }) => n === taken.at(-1)?.citations[0])
    await expect.poll(async () => bare(await highlighted(source(page)))).toBe(bare(citation?.quote ?? 'none'))
  })

  it('says what is wrong with a request and with an address', async () => {
    const page = await suite.open('/briefs', { expectedErrors: [/status of 4\d\d/] })
    await page.getByRole('button', { name: '编写简报' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('请先写下')
    await request(page).fill('1987年南极洲企鹅养殖补贴的简报')
    await page.getByRole('button', { name: '编写简报' }).click()
    await page.getByRole('alert').getByText('企鹅').waitFor()
    await expect.poll(() => request(page).inputValue()).toContain('企鹅')
    await page.goto(`${suite.app.url}/briefs/none`)
    await page.getByRole('alert').getByText('打不开这份简报').waitFor()
  })

  it('works at 375 px', async () => {
    const page = await compose(suite, PHONE)
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await marks(statements(page).first()).first().click()
    await expect.poll(() => highlighted(page.getByRole('dialog', { name: '原文' }))).not.toBe('')
    await page.goto(`${suite.app.url}/briefs`)
    await page.getByRole('list', { name: '简报', exact: true }).getByRole('link').first().waitFor()
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
  })

  it.each(['light', 'dark'] as const)('has readable contrast in the %s scheme', async (colorScheme) => {
    const page = await compose(suite, { colorScheme })
    await edit(statements(page).first(), '这句话没有任何依据，共99999个。')
    await statements(page).first().locator('.verdict').waitFor()
    await page.getByText('核对单').click()
    await expect.poll(() => findFaintText(page)).toEqual([])
    await page.goto(`${suite.app.url}/briefs`)
    await page.getByRole('list', { name: '简报', exact: true }).getByRole('link').first().waitFor()
    await expect.poll(() => findFaintText(page)).toEqual([])
  })
}

/** Writes a request about what the library holds as a user does, and waits for the brief. */
async function compose(suite: BrowserSuite, options: Parameters<BrowserSuite['open']>[1] = {}): Promise<Page> {
  const [{ items }, documents] = await Promise.all([
    suite.app.get<FactList>('/api/indicators?kind=target&limit=500'),
    suite.app.get<DocumentList>('/api/documents'),
  ])
  const years = documents.items.flatMap(({ year }) => year ?? []).sort()
  const fact = items.find((item) => items.some((other) => other.indicator === item.indicator && other.year !== item.year))
  const page = await suite.open('/briefs', options)
  await request(page).fill(`准备一份关于${fact?.indicator}的简报：${years[0]}—${years.at(-1)}年目标与完成情况`)
  await request(page).press('Control+Enter')
  await page.getByRole('article').waitFor()
  return page
}

async function press(statement: Locator, name: string): Promise<void> {
  await statement.hover()
  await statement.getByRole('button', { name: new RegExp(`^${name}：`) }).click()
}

async function edit(statement: Locator, text: string): Promise<void> {
  await press(statement, '修改')
  const page = statement.page()
  await page.getByRole('textbox', { name: '修改论断' }).fill(text)
  await page.getByRole('button', { name: '保存并核验' }).click()
  await page.getByRole('textbox', { name: '修改论断' }).waitFor({ state: 'detached' })
}

async function download(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const saved = await saving
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The words of a part of a Word file. */
const plain = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
