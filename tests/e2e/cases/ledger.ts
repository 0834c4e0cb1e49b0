import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { FactList, FactView, IndicatorComparison, LedgerOverview } from '../../../server/contract/indicators.ts'
import { readZip } from '../../support/read-zip.ts'
import { bare, highlighted } from '../support/asking.ts'
import type { BrowserSuite } from '../support/browser-suite.ts'
import { findFaintText } from '../support/contrast.ts'
import { overflow, PHONE } from '../support/phone.ts'

/** Three reports of an invented city: the second corrects the first, the third follows it a year later with other words. */
const REPORTS = [
  ['霞浦岭二〇二五.txt', report(2025, '松脂加工业产值达到36亿元', '稳步推进松脂加工业提质增效，新建育苗基地4个。')],
  ['霞浦岭二〇二五补充.txt', report(2025, '松脂加工业产值达到39亿元', '补充说明林区道路养护安排，修复护坡7处。')],
  ['霞浦岭二〇二六.txt', report(2026, '松脂加工业产值达到41亿元', '全力推进松脂加工业提质增效，新建育苗基地6个。')],
] as const

function report(year: number, done: string, task: string): string {
  return `霞浦岭市${year}年政府工作报告\n\n一、${year - 1}年工作回顾\n${year - 1}年，全市${done}，增长5%。\n\n二、${year}年重点工作\n（一）产业发展\n${task}\n`
}

const source = (page: Page) => page.getByRole('region', { name: '原文', exact: true })
const table = (page: Page) => page.getByRole('table', { name: '指标台账' })
const rows = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })

export function ledgerCases(suite: BrowserSuite): void {
  it('lists every figure, filters by name, year and kind, keeps the filter in the address, and says when nothing fits', async () => {
    const { total, fact } = await comparable(suite)
    const page = await suite.open('/indicators')
    await page.getByText(`共 ${total.toLocaleString('zh-CN')} 个数值`).waitFor()
    await page.getByRole('searchbox', { name: '搜索指标' }).fill(fact.indicator)
    await page.getByRole('combobox', { name: '年份' }).selectOption(String(fact.year))
    await page.getByRole('combobox', { name: '类别' }).selectOption('target')
    const wanted = await suite.app.get<FactList>(
      `/api/indicators?${new URLSearchParams({ name: fact.indicator, year: String(fact.year), kind: 'target', limit: '500' })}`,
    )
    await expect.poll(() => rows(page).count()).toBe(wanted.total)
    const asked = new RegExp(`${fact.year}.*目标`)
    await expect.poll(async () => (await rows(page).allTextContents()).filter((row) => !asked.test(row))).toEqual([])
    await expect
      .poll(() => ['q', 'year', 'kind'].map((name) => new URL(page.url()).searchParams.get(name)))
      .toEqual([fact.indicator, String(fact.year), 'target'])
    await page.reload()
    await expect.poll(() => rows(page).count()).toBe(wanted.total)
    await page.getByRole('searchbox', { name: '搜索指标' }).fill('没有这样的指标')
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByText(`共 ${total.toLocaleString('zh-CN')} 个数值`).waitFor()
  })

  it('keeps a choice that is made just as the words of the search come into force', async () => {
    const { fact } = await comparable(suite)
    for (const pause of [215, 230, 245, 260]) {
      const page = await suite.open('/indicators')
      await page.getByRole('combobox', { name: '类别' }).getByRole('option', { name: '目标' }).waitFor({ state: 'attached' })
      // The page is held busy from the choice until the pause after the typing is over: what fires next must know of both.
      await page.evaluate(`(async () => {
        const [typed, kind] = [document.querySelector('input[type=search]'), document.querySelector('select[aria-label=类别]')]
        typed.value = ${JSON.stringify(fact.indicator)}
        typed.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise((resolve) => setTimeout(resolve, ${pause}))
        kind.value = 'target'
        kind.dispatchEvent(new Event('change', { bubbles: true }))
        for (let turns = 0; turns < 5; turns++) await null
        for (const from = performance.now(); performance.now() - from < 100; );
      })()`)
      await expect.poll(() => ['q', 'kind'].map((name) => new URL(page.url()).searchParams.get(name))).toEqual([fact.indicator, 'target'])
    }
  })

  it('opens the sentence of a figure by keyboard and gives the focus back', async () => {
    const page = await suite.open('/indicators')
    const figure = rows(page).first().getByRole('button')
    const [fact] = (await suite.app.get<FactList>('/api/indicators?limit=1')).items
    await figure.focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => bare(await highlighted(source(page)))).toBe(bare(fact?.quote ?? 'none'))
    await expect.poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-label")')).toBe('原文')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate<string>('document.activeElement.getAttribute("aria-label")')).toBe(await figure.getAttribute('aria-label'))
  })

  it('shows one indicator over years and places, with a chart, each cell opening its sentence, and gives it as CSV and as a workbook', async () => {
    const { comparison } = await comparable(suite)
    const page = await suite.open('/indicators')
    await page.getByRole('searchbox', { name: '搜索指标' }).fill(comparison.indicator)
    await page
      .getByRole('navigation', { name: '按指标看' })
      .getByRole('link', { name: new RegExp(`^${comparison.indicator}`) })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: comparison.indicator, exact: true }).waitFor()
    const [row, column] = firstFilled(comparison)
    const cell = comparison.table.rows[row]?.[column]
    const figure = page.getByRole('table', { name: /年份与地区对照/ }).getByRole('button', { name: `${cell?.text ?? 'none'}，打开原文` })
    await figure.first().click()
    const citation = comparison.citations.find(({ n }) => n === cell?.citations[0])
    await expect.poll(async () => bare(await highlighted(source(page)))).toBe(bare(citation?.quote ?? 'none'))

    const chart = page.getByRole('img', { name: /目标|实绩/ })
    await expect.poll(() => chart.getAttribute('aria-busy')).toBe('false')
    await expect.poll(() => countInk(page)).toBeGreaterThan(1_000)

    const csv = readFileSync(await (await save(page, '下载 CSV', `${comparison.indicator}.csv`)).path(), 'utf8')
    expect(csv.startsWith('\uFEFF年份')).toBe(true)
    expect(csv).toContain(cell?.text ?? 'none')
    const workbook = readZip(readFileSync(await (await save(page, '下载 Excel', `${comparison.indicator}.xlsx`)).path()))
    expect(workbook.get('xl/workbook.xml')?.toString('utf8')).toMatch(/对照表.*数值.*出处/s)
    expect(workbook.get('xl/sharedStrings.xml')?.toString('utf8')).toContain(citation?.file ?? 'none')
  })

  it('shows which names are one indicator, takes another one in, and takes that back', async () => {
    const { comparison } = await comparable(suite)
    const { indicators } = await suite.app.get<LedgerOverview>('/api/indicators/overview?limit=60')
    const other = indicators.find(({ indicator, cells }) => cells > 0 && indicator !== comparison.indicator && !comparison.names.includes(indicator))
    const name = other?.indicator ?? 'none'
    const page = await suite.open(`/indicators?name=${encodeURIComponent(comparison.indicator)}`)
    await page.getByText(/^归入这一指标的写法/).click()
    const names = page.getByRole('list', { name: '归入这一指标的写法' })
    await names.getByRole('listitem').first().waitFor()
    const before = await names.getByRole('listitem').count()
    await page
      .getByRole('textbox', { name: '要归入的写法' })
      .or(page.getByRole('combobox', { name: '要归入的写法' }))
      .fill(name)
    await page.getByRole('button', { name: '归入', exact: true }).click()
    await names.getByRole('listitem').filter({ hasText: '手工归入' }).first().waitFor()
    await expect.poll(() => names.textContent()).toContain(name)
    const joined = await suite.app.get<IndicatorComparison>(`/api/indicators/compare?name=${encodeURIComponent(name)}`)
    expect(joined.indicator).toBe(comparison.indicator)
    await page.getByRole('button', { name: '撤销上一次归并修改' }).click()
    await expect.poll(() => names.getByRole('listitem').count()).toBe(before)
    expect((await suite.app.get<IndicatorComparison>(`/api/indicators/compare?name=${encodeURIComponent(name)}`)).indicator).toBe(name)
  })

  it('reaches every figure page by page', async () => {
    const { total } = await suite.app.get<FactList>('/api/indicators?limit=1')
    const page = await suite.open('/indicators')
    await rows(page).first().waitFor()
    for (let shown = 100; shown < total; shown += 100) {
      await expect.poll(() => rows(page).count()).toBe(shown)
      await page.getByRole('button', { name: /^显示更多/ }).click()
    }
    await expect.poll(() => rows(page).count()).toBe(total)
    await expect.poll(() => page.getByRole('button', { name: /^显示更多/ }).count()).toBe(0)
  })

  it('says that nothing contradicts itself, then shows both sides of what does, and the words that changed between two documents', async () => {
    const page = await suite.open('/indicators/conflicts')
    const before = await suite.app.get<{ total: number }>('/api/indicators/conflicts')
    if (before.total === 0) await page.getByText('没有发现互相矛盾的数据').waitFor()
    await page.getByRole('link', { name: '文库', exact: true }).click()
    await page
      .getByLabel('选择要上传的文件')
      .setInputFiles(REPORTS.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
    await page.getByRole('region', { name: '上传进度' }).getByRole('heading', { name: '上传结果' }).waitFor()

    await page.getByRole('link', { name: '指标', exact: true }).click()
    await page.getByRole('link', { name: '数据不一致' }).click()
    const conflict = page.getByRole('list', { name: '数据不一致' }).getByRole('listitem').filter({ hasText: '松脂加工业产值' }).first()
    await expect.poll(() => conflict.textContent()).toMatch(/2024年.*实绩/)
    await conflict.getByRole('button', { name: /39亿元/ }).click()
    await expect.poll(() => highlighted(source(page))).toContain('松脂加工业产值达到39亿元')
    await expect.poll(() => conflict.textContent()).toContain('松脂加工业产值达到36亿元')

    await page.getByRole('link', { name: '提法变化' }).click()
    const choices = page.getByRole('combobox')
    await choices.nth(0).selectOption({ label: '2025 · 霞浦岭市2025年政府工作报告' })
    await choices.nth(1).selectOption({ label: '2026 · 霞浦岭市2026年政府工作报告' })
    const changes = page.getByRole('list', { name: '提法变化' })
    const reworded = changes.getByRole('listitem').filter({ hasText: '提质增效' }).first()
    await reworded.waitFor()
    await expect.poll(() => reworded.getByRole('deletion').allTextContents()).not.toEqual([])
    await expect.poll(async () => (await reworded.getByRole('insertion').allTextContents()).join('')).toContain('全力')
    await reworded.getByRole('button', { name: '看后文' }).click()
    await expect.poll(() => highlighted(source(page))).toContain('全力推进松脂加工业')
  })

  it('says what is wrong with an address', async () => {
    const page = await suite.open(`/indicators?name=${encodeURIComponent('没有这样的指标')}`, { expectedErrors: [/404/] })
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('没有这样的指标')
    await page.getByRole('link', { name: '← 全部指标' }).click()
    await table(page).waitFor()
  })

  it('works at 375 px, with the sentence in a sheet', async () => {
    const { comparison } = await comparable(suite)
    const page = await suite.open('/indicators', PHONE)
    await rows(page).first().getByRole('button').click()
    const sheet = page.getByRole('dialog', { name: '原文' })
    await expect.poll(() => highlighted(sheet)).not.toBe('')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    for (const path of [`/indicators?name=${encodeURIComponent(comparison.indicator)}`, '/indicators/conflicts', '/indicators/changes']) {
      await page.goto(suite.app.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    }
  })

  it.each(['light', 'dark'] as const)('has readable contrast in the %s scheme', async (colorScheme) => {
    const { comparison } = await comparable(suite)
    const page = await suite.open('/indicators', { colorScheme })
    await rows(page).first().waitFor()
    await expect.poll(() => findFaintText(page)).toEqual([])
    await page.goto(`${suite.app.url}/indicators?name=${encodeURIComponent(comparison.indicator)}`)
    await page.getByRole('region', { name: '目标与实绩图' }).waitFor()
    await expect.poll(() => findFaintText(page)).toEqual([])
  })
}

/** A fact of an indicator whose facts make a table of several cells and a chart, found in the library itself. */
async function comparable(suite: BrowserSuite): Promise<{ total: number; fact: FactView; comparison: IndicatorComparison }> {
  const { items, total } = await suite.app.get<FactList>('/api/indicators?limit=500')
  for (const fact of items) {
    if (fact.kind !== 'target' || fact.year === null) continue
    const alike = items.filter(
      ({ indicator, place, attribute, baseUnit }) =>
        indicator === fact.indicator && place === fact.place && attribute === fact.attribute && baseUnit === fact.baseUnit,
    )
    if (new Set(alike.map(({ year }) => year)).size < 2) continue
    const comparison = await suite.app.get<IndicatorComparison>(`/api/indicators/compare?name=${encodeURIComponent(fact.indicator)}`)
    return { total, fact, comparison }
  }
  throw new Error('The library holds no indicator of two years')
}

function firstFilled({ table: { rows: lines } }: IndicatorComparison): [row: number, column: number] {
  for (const [row, cells] of lines.entries()) {
    const column = cells.findIndex(({ text, citations }, index) => index > 0 && text !== '' && citations.length > 0)
    if (column > 0) return [row, column]
  }
  throw new Error('The comparison has no filled cell')
}

/** Presses a button that saves a file of that name. */
async function save(page: Page, button: string, file: string): Promise<Download> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe(file)
  return saved
}

/** How many pixels of the chart are not empty. */
function countInk(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const canvas = document.querySelector('figure[role="img"] canvas')
    if (!canvas) return 0
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    let ink = 0
    for (let at = 3; at < data.length; at += 4) if (data[at] > 0) ink++
    return ink
  })()`)
}
