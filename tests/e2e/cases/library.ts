import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { DocumentDetail, DocumentList, DocumentText } from '../../../server/contract/documents.ts'
import { ask, bare, highlighted, marks, wholeTurn } from '../support/asking.ts'
import type { BrowserSuite } from '../support/browser-suite.ts'

/** An invented report of an invented city. */
const REPORT = `云岭市2025年政府工作报告
——2025年1月8日在云岭市第九届人民代表大会第四次会议上

各位代表：
现在，我代表市人民政府向大会报告工作，请予审议。

一、2024年工作回顾
过去一年，全市地区生产总值完成1234.5亿元，增长6.1%。新增城镇就业4.2万人。

二、2025年工作安排
（一）主要预期目标
今年经济社会发展的主要预期目标是：地区生产总值增长6.5%左右，新增城镇就业4.5万人以上，琥珀加工业产值突破88亿元。
（二）重点任务
新建琥珀质量检测中心3个，改造老旧小区21个。
`

const file = (name: string, content: string | Buffer) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

async function upload(page: Page, files: readonly ReturnType<typeof file>[]) {
  await page.getByLabel('选择要上传的文件').setInputFiles([...files])
  const panel = page.getByRole('region', { name: '上传进度' })
  await panel.getByRole('heading', { name: '上传结果' }).waitFor()
  return panel
}

export function libraryCases(suite: BrowserSuite): void {
  it('lists every document, filters them, and keeps the filter in the address', async () => {
    const { total, items } = await suite.app.get<DocumentList>('/api/documents')
    const page = await suite.open('/documents')
    const rows = page.getByRole('list', { name: '文档' }).getByRole('listitem')
    await expect.poll(() => rows.count()).toBe(total)
    const kind = items[0]?.kind ?? ''
    await page.getByRole('combobox', { name: '类型' }).selectOption(kind)
    await expect.poll(() => rows.count()).toBe(items.filter((item) => item.kind === kind).length)
    await expect.poll(() => new URL(page.url()).searchParams.get('kind')).toBe(kind)
    await page.getByRole('searchbox', { name: '搜索文档' }).fill('没有这样的标题')
    await page.getByRole('button', { name: '清除条件' }).click()
    await expect.poll(() => rows.count()).toBe(total)
  })

  it('opens a document: metadata, outline that jumps, repairs shown in the text, the original for download', async () => {
    const { items } = await suite.app.get<DocumentList>('/api/documents')
    const largest = [...items].sort((a, b) => b.byteLength - a.byteLength)[0]
    const detail = await suite.app.get<DocumentDetail>(`/api/documents/${largest?.id}`)
    const page = await suite.open('/documents')
    await page.getByRole('link', { name: detail.title, exact: true }).first().click()
    const last = detail.outline.at(-1)
    const text = page.getByRole('region', { name: '原文', exact: true })
    await page
      .getByRole('navigation', { name: '目录' })
      .getByRole('button', { name: last?.heading ?? '', exact: true })
      .last()
      .click()
    const heading = text.locator(`[data-start="${last?.start}"]`).last()
    await expect.poll(() => isInside(page, `[data-start="${last?.start}"]`, '[aria-label="原文"]')).toBe(true)
    await expect.poll(async () => bare((await heading.textContent()) ?? '')).toContain(bare(last?.heading ?? 'none').slice(0, 6))

    await page.getByText('文本整理').click()
    await page.getByLabel('在原文中标出').check()
    await expect.poll(() => text.locator('.run-dropped, .run-joined').count()).toBeGreaterThan(0)

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载原件' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe(detail.file)
    expect(readFileSync(await saved.path()).length).toBe(detail.byteLength)
  })

  it('highlights the range that the address names, character for character', async () => {
    const { items } = await suite.app.get<DocumentList>('/api/documents')
    const { text, sentences } = await suite.app.get<DocumentText>(`/api/documents/${items[0]?.id}/text`)
    const sentence = sentences[Math.floor(sentences.length / 2)]
    if (!sentence) throw new Error('The document has no sentence')
    const page = await suite.open(`/documents/${items[0]?.id}?start=${sentence.start}&end=${sentence.end}`)
    const shown = await highlighted(page.getByRole('region', { name: '原文', exact: true }))
    expect(bare(shown)).toBe(bare(text.slice(sentence.start, sentence.end)))
  })

  it('takes a file in, answers from it, follows an edit, and keeps the quote when the file is deleted', async () => {
    const page = await suite.open('/documents')
    const panel = await upload(page, [file('云岭报告.txt', REPORT)])
    await expect.poll(() => panel.getByRole('listitem').textContent()).toContain('已加入')

    await page.getByRole('link', { name: '问答' }).click()
    const turn = await ask(page, '云岭市2025年琥珀加工业产值的目标是多少？')
    await expect.poll(() => turn.textContent()).toContain('88亿元')
    await marks(turn).first().click()
    await expect.poll(() => highlighted(page.getByRole('region', { name: '原文', exact: true }))).toContain('琥珀加工业产值突破88亿元')
    const conversation = page.url()

    await page.getByRole('link', { name: '在文库中打开' }).click()
    await page.getByRole('button', { name: '修改信息' }).click()
    await page.getByRole('textbox', { name: '年份' }).fill('二十')
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => page.getByRole('dialog').getByRole('alert').textContent()).toContain('四位数字')
    await page.getByRole('textbox', { name: '年份' }).fill('2025')
    await page.getByRole('textbox', { name: '标题' }).fill('云岭市政府工作报告（校订）')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '《云岭市政府工作报告（校订）》' }).waitFor()

    await page.getByRole('button', { name: '删除' }).click()
    await page.getByRole('dialog', { name: '删除文档' }).getByRole('button', { name: '删除' }).click()
    await page.getByRole('heading', { name: '文库', exact: true }).waitFor()

    // The browser's own line about the 404 of the document that is gone.
    const later = await suite.open(new URL(conversation).pathname, { expectedErrors: [/404/] })
    const reopened = await wholeTurn(later, 0)
    await reopened.getByText('原文已修改或不在库中').first().waitFor()
    await marks(reopened).first().click()
    const column = later.getByRole('complementary', { name: '原文出处' })
    await column.getByText('库中不再有这个版本').waitFor()
    await expect.poll(() => column.textContent()).toContain('琥珀加工业产值突破88亿元')
  })

  it('says of each dropped file why it could not be taken in', async () => {
    const page = await suite.open('/documents')
    await page.getByRole('heading', { name: '文库', exact: true }).waitFor()
    const dropped = await page.evaluateHandle(`{
      const transfer = new DataTransfer()
      transfer.items.add(new File([], '空.txt'))
      transfer.items.add(new File([Uint8Array.from({ length: 4096 }, (_, index) => index * 37)], '图.txt'))
      transfer.items.add(new File([${JSON.stringify(REPORT)}], '云岭报告二.txt'))
      transfer
    }`)
    await page.getByRole('main').dispatchEvent('drop', { dataTransfer: dropped })
    const panel = page.getByRole('region', { name: '上传进度' })
    await panel.getByRole('heading', { name: '上传结果' }).waitFor()
    await expect.poll(() => panel.getByRole('listitem').count()).toBe(3)
    const outcomes = await panel.getByRole('listitem').allTextContents()
    expect(outcomes.find((outcome) => outcome.includes('云岭报告二.txt'))).toContain('已加入')
    for (const name of ['空.txt', '图.txt']) expect(outcomes.find((outcome) => outcome.includes(name))).toMatch(/没有加入.{8}/)
  })

  it('says why nothing of an upload could be taken in, and lives on', async () => {
    // The browser's own line about the refusal.
    const page = await suite.open('/documents', { expectedErrors: [/status of 4\d\d/] })
    const panel = await upload(page, [file('空.txt', '')])
    await expect.poll(() => panel.textContent()).toMatch(/空/)
    expect((await fetch(`${suite.app.url}/health`)).status).toBe(200)
  })

  it('shows what is wrong with an address', async () => {
    const page = await suite.open('/documents/d0000000000000000', { expectedErrors: [/404/] })
    await page.getByRole('alert').getByText('打不开这份文档').waitFor()
    const other = await suite.open('/nowhere')
    await other.getByText('没有这个页面').waitFor()
  })
}

/** Whether an element is seen within a scrolling one. */
function isInside(page: Page, element: string, region: string): Promise<boolean> {
  return page.evaluate(`{
    const boxes = [...document.querySelectorAll(${JSON.stringify(`${region} ${element}`)})].map((node) => node.getBoundingClientRect())
    const outer = document.querySelector(${JSON.stringify(region)}).getBoundingClientRect()
    boxes.some((box) => box.top >= outer.top && box.top < outer.bottom)
  }`)
}
