import { expect, it } from 'vitest'
import { ask, bare, highlighted, marks, wholeTurn } from '../support/asking.ts'
import type { BrowserSuite } from '../support/browser-suite.ts'

/** Each sets window.__ran or asks another host for something, should it ever be taken for markup. */
const PAYLOADS = [
  '<img src=x onerror="window.__ran=1">',
  '<script>window.__ran=1</script>',
  '<svg/onload=window.__ran=1>',
  '"><iframe srcdoc="<script>parent.__ran=1</script>">',
  '[点这里](javascript:window.__ran=1)',
  '![图](http://foreign.test/pixel.png)',
  '<a href="javascript:window.__ran=1">链接</a>',
  '{{constructor.constructor("window.__ran=1")()}}',
  '</mark></p><style>*{background:url(http://foreign.test/x)}</style>',
]

const NAME = '<img src=x onerror=window.__ran=1>.txt'

function hostileReport(): string {
  const tasks = PAYLOADS.map((payload, index) => `（${'一二三四五六七八九'[index]}）${payload}专项\n霞浦岭市${payload}治理项目完成${index + 11}个。`)
  return `霞浦岭市2025年政府工作报告${PAYLOADS[0]}\n\n一、2025年重点任务\n${tasks.join('\n')}\n`
}

export function hostileTextCases(suite: BrowserSuite): void {
  it('in a question is shown as it is', async () => {
    const page = await suite.open()
    const question = `今年的目标是多少？${PAYLOADS.join(' ')}`
    const turn = await ask(page, question)
    await expect.poll(() => turn.getByRole('heading').first().textContent()).toBe(question)
    await page.reload()
    await expect.poll(async () => (await wholeTurn(page, 0)).getByRole('heading').first().textContent()).toBe(question)
    expect(await page.locator('img, iframe, style, main svg:not(.icon), main a[href^="javascript"]').count()).toBe(0)
  })

  it('in a document, its headings and its file name is shown as it is: list, reader, answer, popover, source, reload', async () => {
    const page = await suite.open('/documents')
    await page.getByLabel('选择要上传的文件').setInputFiles([{ name: NAME, mimeType: 'text/plain', buffer: Buffer.from(hostileReport()) }])
    await page.getByRole('region', { name: '上传进度' }).getByText('已加入').waitFor()
    await page.getByRole('list', { name: '文档' }).getByText(NAME).waitFor()
    await page.getByRole('region', { name: '上传进度' }).getByRole('link').click()
    const reader = page.getByRole('region', { name: '原文', exact: true })
    for (const payload of PAYLOADS) await expect.poll(async () => bare((await reader.textContent()) ?? '')).toContain(bare(payload))

    await page.getByRole('link', { name: '问答' }).click()
    const turn = await ask(page, '霞浦岭市2025年治理项目完成多少个？')
    const first = marks(turn)
      .or(turn.getByRole('button', { name: /^打开原文/ }))
      .first()
    await first.hover()
    await first.click()
    await expect.poll(() => highlighted(page.getByRole('region', { name: '原文', exact: true }))).toContain('治理项目完成')
    await page.reload()
    await wholeTurn(page, 0)
  })
}
