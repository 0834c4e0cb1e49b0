import { expect, test } from 'vitest'
import { readZip } from '../../tests/support/read-zip.ts'
import { renderXlsx } from './render-xlsx.ts'
import { renderXlsxAside } from './render-xlsx-aside.ts'
import { numberCell } from './sheet.ts'

const text = (files: ReadonlyMap<string, Buffer>, name: string): string => files.get(name)?.toString('utf8') ?? ''

test('numbers are numbers, texts are texts, the head is frozen, columns have a width, sheets their names', async () => {
  const files = readZip(
    await renderXlsx([
      {
        name: '指标',
        lines: [
          ['指标', '数值'],
          ['粮食产量', 24.5],
          ['=1+1', null],
        ],
      },
      { name: '出处：[甲/乙]', lines: [['原文'], ['很长的一句'.repeat(40)]] },
    ]),
  )
  const sheet = text(files, 'xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<c r="B2"(?! t=)[^>]*><v>24\.5<\/v>/)
  expect(sheet).toMatch(/<c r="A3"[^>]* t="s"/)
  expect(sheet).not.toContain('<f')
  expect(sheet).toMatch(/ySplit="1"[^>]*state="frozen"/)
  expect(sheet).toMatch(/<col min="1" max="1" width="10"/)
  expect(text(files, 'xl/sharedStrings.xml')).toContain('<t>=1+1</t>')
  expect(text(files, 'xl/workbook.xml')).toMatch(/name="指标".*name="出处： 甲 乙"/)
  expect(text(files, 'xl/worksheets/sheet2.xml')).toContain('width="60"')
})

test('a large workbook, written in a thread of its own, is the same', async () => {
  const lines = [['指标', '数值'], ...Array.from({ length: 400 }, (_, index) => [`指标${index}`, index])]
  const [here, aside] = await Promise.all([renderXlsx([{ name: '表', lines }]), renderXlsxAside([{ name: '表', lines }])])
  expect(text(readZip(aside), 'xl/worksheets/sheet1.xml')).toBe(text(readZip(here), 'xl/worksheets/sheet1.xml'))
})

test('a number that a spreadsheet would round is kept as text', () => {
  expect([numberCell(4.5), numberCell(null), numberCell(2 ** 60), numberCell(0.1 + 0.2)]).toEqual([
    4.5,
    null,
    '1152921504606847000',
    '0.30000000000000004',
  ])
})
