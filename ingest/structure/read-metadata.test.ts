import { describe, expect, it } from 'vitest'
import { parseText } from '../../tests/support/parse-text.ts'
import type { DocumentMetadata } from '../corpus/metadata.ts'
import { toIsoDate } from './read-metadata.ts'

const BODY = '\n\n各位代表：\n\n现在，我代表人民政府报告工作，请予审议。\n\n一、工作回顾\n\n修建水渠三十公里。\n'
const read = (head: string, file?: string): DocumentMetadata => parseText(head + BODY, file).metadata

describe('readMetadata', () => {
  it.each<[string, string, Partial<DocumentMetadata>]>([
    [
      'a report with meeting, date and speaker below its title',
      '政府工作报告\n\n——2031年1月8日在青江市第九届人民代表大会第三次会议上\n\n青江市人民政府市长 王小青',
      {
        title: '2031年青江市政府工作报告',
        kind: '政府工作报告',
        place: '青江市',
        placeLevel: 'prefecture',
        year: 2031,
        date: '2031-01-08',
        speaker: '王小青',
      },
    ],
    [
      'the meeting at which it was given',
      '政府工作报告\n——2031年1月8日在青江市第九届人民代表大会第三次会议上',
      { meeting: '青江市第九届人民代表大会第三次会议' },
    ],
    [
      'a title over three lines, of two years: the later one is this year',
      '关于青江市白水县\n2030年国民经济和社会发展计划执行情况与\n2031年国民经济和社会发展计划（草案）的报告',
      {
        title: '关于青江市白水县2030年国民经济和社会发展计划执行情况与2031年国民经济和社会发展计划（草案）的报告',
        kind: '计划执行情况报告',
        place: '白水县',
        placeLevel: 'county',
        parentPlace: '青江市',
        year: 2031,
      },
    ],
    [
      'a plan that looks far ahead speaks in the year of its date',
      '白水县国民经济和社会发展第十五个五年规划和2040年远景目标纲要\n（2031年2月26日白水县第九届人民代表大会第三次会议批准）',
      { year: 2031, date: '2031-02-26' },
    ],
    [
      'a notice with its number as attributes',
      '名称：青江市人民政府关于下达2031年国民经济和社会发展计划的通知\n文号：青政发〔2031〕7号\n成文日期：2031年2月3日\n发布机构：青江市人民政府办公室',
      {
        number: '青政发〔2031〕7号',
        date: '2031-02-03',
        issuer: '青江市人民政府办公室',
        year: 2031,
        place: '青江市',
        kind: '国民经济和社会发展计划',
      },
    ],
    [
      'a number on a line of its own',
      '青江市人民政府文件\n青政发〔2031〕7号\n青江市人民政府关于加强水渠管理的意见',
      { number: '青政发〔2031〕7号', kind: '意见' },
    ],
    ['a province', '某省2031年政府工作报告'.replace('某省', '清河省'), { place: '清河省', placeLevel: 'province', parentPlace: null }],
    [
      'an autonomous region',
      '政府工作报告\n——2031年1月8日在云岭族自治区第九届人民代表大会第三次会议上'.replace('族', ''),
      { place: '云岭自治区', placeLevel: 'province' },
    ],
    ['an autonomous prefecture', '2031年红石自治州政府工作报告', { place: '红石自治州', placeLevel: 'prefecture' }],
    ['a banner', '2031年东岭旗政府工作报告', { place: '东岭旗', placeLevel: 'county' }],
    ['a county under a city under a province', '清河省青江市白水县2031年政府工作报告', { place: '白水县', parentPlace: '青江市', year: 2031 }],
    [
      'the State Council',
      '政府工作报告\n——2031年3月5日在第十八届全国人民代表大会第四次会议上\n国务院总理 王小青',
      { place: '全国', placeLevel: 'country', speaker: '王小青', year: 2031 },
    ],
    [
      'a bulletin of statistics, which speaks of the year of its title',
      '青江市2030年国民经济和社会发展统计公报\n青江市统计局\n2031年3月20日',
      { kind: '统计公报', year: 2030, place: '青江市' },
    ],
    ['a date in Chinese figures', '青江市水利发展规划\n二〇三一年一月二十日', { date: '2031-01-20', year: 2031 }],
    ['a five-year plan', '青江市国民经济和社会发展第十六个五年规划纲要', { kind: '五年规划' }],
    ['a title that names its year and place already', '青江市2031年政府工作报告', { title: '青江市2031年政府工作报告' }],
  ])('reads %s', (_, head, expected) => {
    expect(read(head)).toMatchObject(expected)
  })

  it('says nothing that the text does not say', () => {
    const metadata = parseText('一、修渠\n\n修建水渠三十公里，灌溉农田十二万亩。\n\n二、植树\n\n植树五万株。\n', '附一.txt').metadata
    expect(metadata).toMatchObject({
      title: '附一',
      kind: '其他',
      number: null,
      issuer: null,
      place: null,
      year: null,
      date: null,
      speaker: null,
      meeting: null,
    })
    expect(metadata.origins).toEqual({})
  })

  it('takes the year from the file name when nothing else tells it, and says so', () => {
    const silent = '一、修渠\n\n修建水渠三十公里，灌溉农田十二万亩。\n'
    expect(parseText(silent, '青江_2031年报告.txt').metadata).toMatchObject({ year: 2031, origins: { year: { source: 'file-name' } } })
    expect(parseText(silent, '000_f20312a.txt').metadata.year).toBeNull()
    expect(read('青江市2031年政府工作报告', '2029年.txt').year).toBe(2031)
  })

  it('marks each field with where it came from', () => {
    const { origins } = read('青江市2031年政府工作报告')
    expect(origins).toMatchObject({ title: { source: 'text' }, year: { source: 'text' }, place: { source: 'text' }, kind: { source: 'text' } })
    expect(Object.keys(origins)).not.toContain('number')
  })
})

describe('the foot of a paper', () => {
  it.each<[string, string, Partial<DocumentMetadata>]>([
    ['an office with the day of printing', '青江市水务局办公室2031年9月22日印发', { date: '2031-09-22', issuer: '青江市水务局办公室', year: 2031 }],
    ['those who sign above the day', '青江市水务局\n青江市财政局\n2031年5月14日', { date: '2031-05-14', issuer: '青江市水务局、青江市财政局' }],
    ['Han digits', '青江市水务局\n二〇三一年五月十四日', { date: '2031-05-14', issuer: '青江市水务局' }],
    ['a day in brackets', '（2031年6月1日印发）', { date: '2031-06-01' }],
    ['a day that is told in passing', '各县于2031年6月1日前报送总结。', { date: null, issuer: null }],
  ])('%s', (_, foot, expected) => {
    const text = `水渠管护实施方案\n\n一、总体要求\n\n管好水渠，用好水渠。\n\n二、工作措施\n\n每年检修一次，发现损坏及时上报。\n\n${foot}\n`
    expect(parseText(text, 'a.txt').metadata).toMatchObject(expected)
  })
})

describe('toIsoDate', () => {
  it.each<[string, string | null]>([
    ['2031年1月8日', '2031-01-08'],
    ['2031 年 1 月 8 日', '2031-01-08'],
    ['二〇三一年十二月三十一日', '2031-12-31'],
    ['二○三一年一月八日', '2031-01-08'],
    ['2031-1-8 14:05', '2031-01-08'],
    ['2031年13月8日', null],
    ['2031年1月', null],
    ['20311-1-8', null],
    ['', null],
  ])('%s is %s', (text, iso) => {
    expect(toIsoDate(text)).toBe(iso)
  })
})
