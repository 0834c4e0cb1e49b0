import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { CodedError } from '../../../ingest/corpus/coded-error.ts'
import type { Citation } from '../../../server/contract/chat.ts'
import { createDeferred } from '../../support/deferred.ts'
import { bare, questionBox, turns, wholeTurn } from '../support/asking.ts'
import { HOSTILE_PAYLOADS } from '../support/hostile-payloads.ts'
import type { PageSuite } from '../support/page-suite.ts'
import { citeLine } from '../support/told-engine.ts'

const ALL = HOSTILE_PAYLOADS.join('\n')
const PROBLEMS = HOSTILE_PAYLOADS.map((message) => ({ kind: 'figure' as const, message }))

/** What only a payload could have made. The watched page fails by itself on code that ran and on requests to other hosts. */
const FOREIGN = [
  'main :is(img, iframe, script, style, link, object, embed, video, form:not([aria-label], [class]), math, base, meta, template)',
  'svg:not(.icon)',
  'a[href^="javascript"]',
].join(', ')

/** Runs in the page: each mark is pointed at and pressed, with time to draw its quote and the original. */
const OPEN_EVERY_MARK = `(async () => {
  for (const mark of document.querySelectorAll('.turn .prose button.mark')) {
    mark.dispatchEvent(new MouseEvent('mouseenter'))
    await new Promise(requestAnimationFrame)
    mark.click()
    await new Promise(requestAnimationFrame)
  }
})()`
/** Turns in one conversation: a page draws long ones ever more slowly. */
const ASKED_IN_ONE = 20

export function hostilePageCases(suite: PageSuite): void {
  it('comes in 300 forms', () => {
    expect(new Set(HOSTILE_PAYLOADS).size).toBe(300)
  })

  it('in a stream of steps and statements, in the whole answer and after a reload is text', async () => {
    const release = createDeferred<void>()
    suite.engine.tell = async ({ listener }) => {
      for (const [index, text] of HOSTILE_PAYLOADS.entries()) {
        listener.onStep?.({ n: index + 1, label: text, status: 'running' })
        listener.onStatement?.({ index, text, verdict: 'checking' })
        if (index % 3 === 0)
          listener.onStatement?.({ index, text, verdict: 'supported', withdrawn: { text, problems: PROBLEMS.slice(index, index + 1) } })
      }
      await release.promise
      const withdrawn = HOSTILE_PAYLOADS.map((text, index) => ({
        text,
        citations: [],
        verdict: 'supported' as const,
        withdrawn: { text, problems: PROBLEMS.slice(index, index + 1) },
      }))
      const cells = HOSTILE_PAYLOADS.map((text) => ({ text, citations: [] }))
      return {
        answer: HOSTILE_PAYLOADS.join('\n\n'),
        model: ALL,
        steps: [...HOSTILE_PAYLOADS],
        notes: [...HOSTILE_PAYLOADS],
        statements: [...withdrawn, { text: ALL, citations: [], verdict: 'mismatch', problems: PROBLEMS }],
        tables: [{ caption: ALL, columns: ['', ALL], rows: cells.map((cell) => [cell, cell]) }],
        conflicts: [{ indicator: ALL, year: null, place: ALL, values: cells }],
        suggestions: [...HOSTILE_PAYLOADS],
      }
    }
    const page = await suite.open()
    await questionBox(page).fill('目标是多少？')
    await questionBox(page).press('Enter')
    const turn = turns(page).first()
    await expect.poll(() => turn.getByRole('list', { name: '逐句核对' }).locator('> li').count()).toBe(HOSTILE_PAYLOADS.length)
    await expectShown(turn.getByRole('list', { name: '查找过程' }))
    expect(await page.locator(FOREIGN).count()).toBe(0)
    release.resolve()
    for (const reload of [false, true]) {
      if (reload) await page.reload()
      const whole = await wholeTurn(page, 0)
      await openFolds(page)
      await expectShown(whole)
      for (const region of ['换成原文的句子', '核验提示', '出处不一致', '可以接着问']) await expectShown(whole.getByRole('region', { name: region }))
      expect(await page.locator(FOREIGN).count()).toBe(0)
    }
  })

  it('in documents, their names and titles is text: sources, popovers, original beside the answer, library', async () => {
    const lines = HOSTILE_PAYLOADS.map((payload) => payload.replace(/\s+/g, ' '))
    const sources = [lines.join('\n'), ...lines.slice(1).map((line) => `${line}\n正文`)].map((text, index) => ({
      kind: 'upload' as const,
      name: `${HOSTILE_PAYLOADS[index]}.txt`,
      bytes: new TextEncoder().encode(text),
    }))
    await suite.app.library.ingestor.ingest(sources)
    suite.engine.tell = async ({ snapshot }) => {
      const citations = lines.map((line, index): Citation => {
        const { document } = snapshot.documents[index] ?? {}
        const cited = citeLine(snapshot, index, index + 1)
        const duplicates = document ? [{ documentId: document.id, title: document.metadata.title, file: document.file, start: 0, end: 1 }] : []
        return { ...cited, title: line, file: line, sectionPath: [line], place: line.slice(0, 40), duplicates }
      })
      return { answer: citations.map(({ n }) => `句[${n}]`).join('\n\n'), citations }
    }
    const page = await suite.open()
    await questionBox(page).fill('目标是多少？')
    await questionBox(page).press('Enter')
    const turn = await wholeTurn(page, 0)
    await expectShown(turn)
    const source = page.getByRole('complementary', { name: '原文出处' })
    await expectShown(source)
    await page.evaluate(OPEN_EVERY_MARK)
    await expect.poll(async () => bare((await source.locator('mark').allTextContents()).join(''))).toBe(bare(lines.at(-1) ?? 'none'))
    expect(await page.locator(FOREIGN).count()).toBe(0)

    await page.getByRole('link', { name: '文库', exact: true }).click()
    await showAll(page.getByRole('list', { name: '文档' }), page.getByRole('button', { name: '显示更多' }), sources.length)
    await expectShown(page.getByRole('list', { name: '文档' }))
    expect(await page.locator(FOREIGN).count()).toBe(0)
    await page.getByRole('list', { name: '文档' }).getByRole('link').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator(FOREIGN).count()).toBe(0)
  })

  it('in questions and titles of conversations is text', async () => {
    const { store } = suite.app.library
    for (const payload of HOSTILE_PAYLOADS) store.createConversation(payload)
    const page = await suite.open()
    const list = page.getByRole('list', { name: '会话', exact: true })
    await showAll(list, page.getByRole('button', { name: /^更多会话/ }), HOSTILE_PAYLOADS.length)
    await expectShown(list)
    expect(await page.locator(FOREIGN).count()).toBe(0)
  })

  it('in errors is text, each in an answer of its own', { timeout: 600_000 }, async () => {
    suite.engine.tell = async ({ request }) => {
      throw new CodedError('answer_failed', request.question)
    }
    const page = await suite.open()
    for (const [index, payload] of HOSTILE_PAYLOADS.entries()) {
      if (index % ASKED_IN_ONE === 0) await page.getByRole('button', { name: '新会话' }).click()
      await questionBox(page).fill(payload)
      await questionBox(page).press('Enter')
      const failed = turns(page)
        .nth(index % ASKED_IN_ONE)
        .getByRole('alert')
      await expect.poll(async () => letters((await failed.textContent()) ?? '')).toContain(letters(payload))
      if ((index + 1) % ASKED_IN_ONE === 0) expect(await page.locator(FOREIGN).count()).toBe(0)
    }
  })
}

/** Every payload stands in it, character by character but for white space and what Markdown takes for emphasis, escapes and table lines. */
async function expectShown(region: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const text = letters((await region.textContent()) ?? '')
      return HOSTILE_PAYLOADS.filter((payload) => !text.includes(letters(payload))).length
    })
    .toBe(0)
}

/** Presses `more` until the list holds as many as there are. */
async function showAll(list: Locator, more: Locator, total: number): Promise<void> {
  await list.getByRole('listitem').first().waitFor()
  for (let shown = await list.getByRole('listitem').count(); shown < total; shown = await list.getByRole('listitem').count()) {
    await more.click()
    await expect.poll(() => list.getByRole('listitem').count()).toBeGreaterThan(shown)
  }
}

const letters = (text: string): string => bare(text).replace(/[*|\\]/g, '')

const openFolds = (page: Page) => page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
