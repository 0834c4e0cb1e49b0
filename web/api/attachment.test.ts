import { expect, it } from 'vitest'
import { attachmentName, readAttachment } from './attachment.ts'

it.each([
  [`attachment; filename="a.csv"; filename*=UTF-8''%E8%A1%A8.csv`, '表.csv'],
  ['attachment; filename="plain.docx"', 'plain.docx'],
  [`attachment; filename="plain.md"; filename*=UTF-8''%E8%A`, 'plain.md'],
  ['attachment', null],
  [null, null],
])('%s names %s', (header, name) => {
  expect(attachmentName(header)).toBe(name)
})

it('falls back to the given name', async () => {
  const { name, blob } = await readAttachment(new Response('a,b'), '台账.csv')
  expect([name, await blob.text()]).toEqual(['台账.csv', 'a,b'])
})
