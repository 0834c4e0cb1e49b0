import { expect, test } from 'vitest'
import { readZip } from '../support/read-zip.ts'
import { eachOnReports } from '../support/report-suite.ts'

/** Beginnings that a spreadsheet takes for a formula, a command or a link to another program. */
const ATTACKS = ['=HYPERLINK("http://example.test","点我")', '+1+cmd|calc', '-2+3', '@SUM(A1)', '＝1+1', '\t=1+1', '"=1+1', ' =1+1'] as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const report = (year: number, closing: string): string =>
  `青禾市${year}年政府工作报告\n\n一、${year}年工作安排\n\n今年，城镇新增就业${year - 2026}万人以上，粮食产量达到24亿斤。\n\n${closing}\n`

const suite = eachOnReports({
  '=甲.txt': report(2030, ATTACKS.map((attack) => `${attack}是第一份里的一句话。`).join('\n')),
  '乙.txt': report(2031, ATTACKS.map((attack) => `${attack}是第二份里另外写的内容。`).join('\n')),
  '丙.txt': report(2031, '').replace('5万人', '6万人'),
})

function paths(): string[] {
  const [from, to] = ['=甲', '乙'].map(
    (file) => suite.current.held.snapshot.documents.find(({ document }) => document.file.startsWith(file))?.document.id,
  )
  return ['/api/indicators', '/api/indicators/compare?name=城镇新增就业', '/api/indicators/conflicts', `/api/changes?from=${from}&to=${to}`]
}

const get = (path: string, accept: string) => suite.call('GET', encodeURI(path), undefined, { accept })

test('no cell of a CSV begins as a formula', async () => {
  let [cells, disarmed] = [0, 0]
  for (const path of paths()) {
    const response = await get(path, 'text/csv')
    expect(response.statusCode).toBe(200)
    for (const cell of readCsv(response.body.slice(1))) {
      cells += 1
      if (cell.startsWith("'")) disarmed += 1
      expect(cell).not.toMatch(/^[\s"\u200b]*[=+\-@＝＋－＠]/)
    }
  }
  expect(disarmed).toBeGreaterThanOrEqual(ATTACKS.length)
  expect(cells).toBeGreaterThan(100)
})

test('a workbook holds texts and numbers alone: no formula, no link, no macro', async () => {
  for (const path of paths()) {
    const response = await get(path, XLSX)
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, XLSX])
    const files = readZip(response.rawPayload)
    for (const [name, bytes] of files) {
      expect(name).not.toMatch(/vba|macro|external|query|connection/i)
      const text = bytes.toString('utf8')
      if (name.startsWith('xl/worksheets/')) {
        expect(text).not.toMatch(/<f[\s>/]|<hyperlink|t="str"|t="inlineStr"/)
        for (const [, type] of text.matchAll(/<c [^>]*?\bt="(\w+)"/g)) expect(type).toBe('s')
      }
      expect(text).not.toMatch(/TargetMode="External"/)
    }
  }
})

test('what begins as a formula stands in the workbook as it was written', async () => {
  const path = paths()[3] ?? ''
  const texts =
    readZip((await get(path, XLSX)).rawPayload)
      .get('xl/sharedStrings.xml')
      ?.toString('utf8') ?? ''
  expect(texts).toContain('=HYPERLINK(')
  expect(texts).toContain('@SUM(A1)')
  expect(texts).toContain('＝1+1')
})

/** Cells of a CSV after RFC 4180. */
function readCsv(text: string): string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
