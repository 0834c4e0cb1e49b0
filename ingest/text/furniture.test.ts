import { describe, expect, it } from 'vitest'
import { findFurniture } from './furniture.ts'
import { splitLines } from './lines.ts'

/** The lines of a text that are taken for furniture. */
const dropped = (text: string): string[] => {
  const lines = splitLines(text)
  return [...findFurniture(lines)].toSorted((a, b) => a - b).map((index) => lines[index]?.bare ?? '')
}

/** Pages of a report, each with its header above and its number below. */
const pages = (header: string, count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `${header}\n第${at + 1}乡修建水渠${at + 3}公里。\n新增灌溉面积${at + 20}亩。\n村道通达率提高${at + 1}个百分点。\n- ${at + 1} -`,
  ).join('\n\n')

describe('findFurniture', () => {
  it.each(['12', '- 12 -', '—12—', '－１２－'.normalize('NFKC'), '— 3 —', '第 4 页', '第3页共18页', '第3页，共18页', '3/18', 'iv', '·7·'])(
    'drops the page number “%s”',
    (line) => {
      expect(dropped(`青江市兴修水利。\n${line}\n水渠通到村头。`)).toEqual([line.replace(/\s/g, '')])
    },
  )

  it.each(['20315年', '2031年', '12亿元', '3/4以上的村', '第四页', '－12℃', '一', '第3页说明'])('keeps “%s”', (line) => {
    expect(dropped(`青江市兴修水利。\n${line}\n水渠通到村头。`)).toEqual([])
  })

  it.each([
    '您当前的位置：首页 > 政务公开 > 工作报告',
    '当前位置:首页>公开目录',
    '首页 > 信息公开 > 正文',
    '首 页>>公开信息内容',
    '【打印】【关闭】',
    '打印本页 | 关闭窗口',
    '【字体：大 中 小】',
    '字号：[大][中][小]',
    '分享到：',
    '上一篇：青江市水利工作要点',
    '扫一扫在手机打开当前页',
    '浏览次数：1024次',
    '版权所有：白水县人民政府办公室',
    '返回顶部',
    '责任编辑：',
  ])('drops what a web page prints around the text: %s', (line) => {
    expect(dropped(`青江市水利工作报告\n${line}\n水渠通到村头。`)).toEqual([line.replace(/\s/g, '')])
  })

  it.each(
    [
      '打印机产业完成产值三亿元。',
      '首页改版完成，公开事项增加。',
      '分享发展成果，让群众得到更多实惠，让改革惠及千家万户。',
      '大中小企业融通发展',
      '关闭小煤矿12座。',
      '返回',
    ].slice(0, 5),
  )('keeps text that begins like it: %s', (line) => {
    expect(dropped(`青江市水利工作报告\n${line}\n水渠通到村头。`)).toEqual([])
  })

  it('drops a header that stands on every page, and the page numbers', () => {
    const found = dropped(pages('青江市水利发展规划', 6))
    expect(found.filter((line) => line === '青江市水利发展规划')).toHaveLength(6)
    expect(found.filter((line) => /^-\d-$/.test(line))).toHaveLength(6)
    expect(found).toHaveLength(12)
  })

  it('knows a header by its words when its page number runs on', () => {
    const text = Array.from(
      { length: 5 },
      (_, at) => `青江市水利规划第${at + 1}页\n${'甲乙丙丁戊'[at]}乡修渠。\n${'甲乙丙丁戊'[at]}乡植树。\n${'甲乙丙丁戊'[at]}乡修路。`,
    )
    expect(dropped(text.join('\n'))).toHaveLength(5)
  })

  it.each<[string, string]>([
    ['a sentence that the text repeats', pages('水渠通到村头，清水流进田间。', 6)],
    ['a heading that the text repeats', pages('一、总体要求', 6)],
    ['a list line that the text repeats', pages('●水利', 6)],
    ['a header on two pages', pages('青江市水利发展规划', 2)],
  ])('keeps %s', (_, text) => {
    expect(dropped(text).filter((line) => !/^-\d-$/.test(line))).toEqual([])
  })

  it('keeps lines that come back close together or in one place only', () => {
    const rows = Array.from({ length: 6 }, () => '青江市白水县').join('\n')
    expect(dropped(`${rows}\n${pages('甲', 3)}`).filter((line) => line === '青江市白水县')).toEqual([])
    const table = Array.from({ length: 4 }, (_, at) => `合计数\n${at}乡修渠。\n${at}乡植树。\n${at}乡修路。`).join('\n')
    const rest = Array.from({ length: 60 }, (_, at) => `${'子丑寅卯辰巳午未申酉'[at % 10]}村完成任务${at}项。`).join('\n')
    expect(dropped(`${table}\n${rest}`)).toEqual([])
  })
})
