import { describe, expect, it } from 'vitest'
import { askedFields, asksOfPaper } from './metadata-fields.ts'

function told(asked: string, lines: readonly string[]): string[] {
  const fields = askedFields(asked)
  return lines.filter((line) => fields.some((field) => field.line.test(line)))
}

const REPLY = ['某厅对“关于某事的建议”的答复', '某函〔2031〕42号', '王小明等3位代表：', '各位代表：', '签发人：李大江', '联 系 人：某厅某处 赵一']

describe('askedFields', () => {
  it('reads several things that are asked for in one question', () => {
    expect(told('某厅关于某事的答复，文号是什么，答复的是哪些代表？', REPLY)).toEqual(['某函〔2031〕42号', '王小明等3位代表：'])
  })

  it.each([
    ['这份答复是谁签发的？', '签发人：李大江'],
    ['通知的联系人是谁，哪个处的？', '联 系 人：某厅某处 赵一'],
    ['这件建议是哪位代表提的？', '王小明等3位代表：'],
  ])('%s', (asked, line) => expect(told(asked, REPLY)).toEqual([line]))

  it.each(['文件之十五', '第六届人民代表大会第五次会议文件（九）', '政协某县第九届委员会会议文件 （3）'])(
    'finds the number of a paper of a meeting: %s',
    (line) => expect(told('某县的报告是那次人代会的文件之几？', [line])).toEqual([line]),
  )

  it.each([
    ['这份报告是从哪家报纸转载的，标注的时间是哪天？', ['来源：某某日报', '时间：2031-02-11']],
    ['某省报告的来源是什么？', ['来源：某某日报']],
    ['通知的成文和上网发布分别是哪天？', ['发布日期: 2031-01-21 14:08']],
  ])('%s', (asked, lines) =>
    expect(told(asked, ['来源：某某日报', '时间：2031-02-11', '发布日期: 2031-01-21 14:08']).filter((line) => lines.includes(line))).toEqual(lines),
  )

  it('asks of the paper, not where money comes from', () => {
    expect(asksOfPaper('某省报告的来源是什么')).toBe(true)
    expect(asksOfPaper('停车场的资金来源是什么')).toBe(false)
  })

  it('asks of the paper, not of a share', () => {
    expect(asksOfPaper('计划报告是那次会的文件之几')).toBe(true)
    expect(asksOfPaper('完成率是百分之几')).toBe(false)
  })
})

describe('asksOfPaper', () => {
  it.each(['甲县水利局那边找谁联系', '县水利局的电话是多少', '材料发到哪个邮箱', '水利办法由谁解释', '移民办法从哪天起执行', '同意设站的复函是哪天'])(
    '%s',
    (asked) => {
      expect(asksOfPaper(asked)).toBe(true)
      expect(askedFields(asked).some(({ specific }) => specific)).toBe(true)
    },
  )
})
