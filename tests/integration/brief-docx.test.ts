import { expect, test } from 'vitest'
import type { BriefView } from '../../server/contract/briefs.ts'
import { findXmlFault } from '../support/check-xml.ts'
import { readZip } from '../support/read-zip.ts'
import { eachOnReports } from '../support/report-suite.ts'

const suite = eachOnReports()
const { call } = suite

const REQUEST = '准备一份青禾市就业和乡村振兴工作简报（2029年成绩、2030和2031年目标与完成情况）'

async function exported(patch: object | null = null): Promise<{ brief: BriefView; part: (name: string) => string; names: string[] }> {
  const made: BriefView = (await call('POST', '/api/briefs', { request: REQUEST })).json()
  if (patch) await call('PATCH', `/api/briefs/${made.briefId}`, patch)
  const brief: BriefView = (await call('GET', `/api/briefs/${made.briefId}`)).json()
  const parts = readZip((await call('GET', `/api/briefs/${brief.briefId}?format=docx`)).rawPayload)
  return { brief, part: (name) => parts.get(name)?.toString('utf8') ?? '', names: [...parts.keys()] }
}

test('the checker of XML finds what is wrong', () => {
  const faults = ['<a><b></a></b>', '<a>', '<a/><b/>', '<a>&x</a>', '<a b="1" b="2"/>', '<a>\u0001</a>', 'x<a/>', '<a>a < b</a>']
  for (const xml of faults) expect([xml, findXmlFault(xml)]).not.toEqual([xml, null])
  expect(findXmlFault('<?xml version="1.0"?><a b="1"><c/>文&amp;字<!-- x --></a>')).toBeNull()
})

test('every part is well-formed and every relationship leads to a part', async () => {
  const statements = [{ text: '含有 <标签> & "引号" 和控制字符\u0001\ufffe的话。', citations: [] }]
  const { part, names } = await exported({ title: '标题 <b>&\u0002', sections: [{ heading: '一、<题>', statements }] })
  const xml = names.filter((name) => /\.(?:xml|rels)$/.test(name))
  expect(xml.length).toBeGreaterThan(8)
  for (const name of xml) expect([name, findXmlFault(part(name))]).toEqual([name, null])
  for (const name of xml.filter((entry) => entry.endsWith('.rels'))) {
    const folder = name.replace(/_rels\/[^/]*$/, '')
    for (const [, target = ''] of part(name).matchAll(/Target="([^"]*)"/g)) expect(names).toContain(`${folder}${target}`.replace(/^\//, ''))
  }
  const types = part('[Content_Types].xml')
  for (const [, target = ''] of types.matchAll(/PartName="\/([^"]*)"/g)) expect(names).toContain(target)
})

test('each note is referred to once and holds a citation as officials write it', async () => {
  const { part } = await exported()
  const referred = [...part('word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => Number(id))
  const notes = [...part('word/footnotes.xml').matchAll(/<w:footnote [^>]*w:id="([1-9]\d*)"[\s\S]*?<\/w:footnote>/g)]
  expect(referred.length).toBeGreaterThan(3)
  expect(new Set(referred).size).toBe(referred.length)
  expect(notes.map(([, id]) => Number(id)).toSorted((a, b) => a - b)).toEqual(referred.toSorted((a, b) => a - b))
  for (const [text] of notes) expect(text).toMatch(/《[^》]+》/)
})

test('the layout is that of GB/T 9704, with fonts to fall back on', async () => {
  const { part } = await exported({
    sections: [
      { heading: '一、甲', statements: [] },
      { heading: '（一）乙', statements: [] },
      { heading: '1.丙', statements: [{ text: '话。', citations: [] }] },
    ],
  })
  const body = part('word/document.xml')
  expect(body).toMatch(/w:pgMar [^>]*w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  for (const [style, font] of [
    ['Heading1', '黑体'],
    ['Heading2', '楷体_GB2312'],
    ['Heading3', '仿宋_GB2312'],
  ]) {
    expect(body).toMatch(new RegExp(`w:pStyle w:val="${style}"/>(?:(?!</w:p>).)*w:eastAsia="${font}"`))
  }
  expect(body).toMatch(/w:line="560"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="560"/)
  expect(body).toContain('w:firstLineChars="200"')
  const fonts = part('word/fontTable.xml')
  for (const name of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体'])
    expect(fonts).toMatch(new RegExp(`w:name="${name}"><w:altName w:val="[^"]+,`))
})

test('the annex has each statement with quote, source and verdict; a file that went is named', async () => {
  const { brief, part } = await exported()
  const body = part('word/document.xml')
  expect(body).toContain('核对单')
  expect(body).toContain(`索引指纹：${brief.indexFingerprint}`)
  for (const { source, quote } of brief.checklist) expect([body.includes(source), body.includes(quote)]).toEqual([true, true])
  expect(body).not.toContain('文件变动说明')
  suite.current.held.snapshot = { ...suite.current.held.snapshot, documents: [] }
  const later = readZip((await call('GET', `/api/briefs/${brief.briefId}?format=docx`)).rawPayload)
  expect(later.get('word/document.xml')?.toString('utf8')).toContain('文件变动说明')
})
