import { describe, expect, it } from 'vitest'
import { findLeadingPlace, parsePlaceChain } from './place-name.ts'

const names = (chain: readonly { readonly name: string; readonly level: string }[]): string =>
  chain.map(({ name, level }) => `${name}:${level}`).join(' ')

describe('parsePlaceChain', () => {
  it.each([
    ['青江市', '青江市:prefecture'],
    ['白水县', '白水县:county'],
    ['青江市白水县', '青江市:prefecture 白水县:county'],
    ['清河省青江市白水县', '清河省:province 青江市:prefecture 白水县:county'],
    ['云岭自治区', '云岭自治区:province'],
    ['红石自治州', '红石自治州:prefecture'],
    ['东岭旗', '东岭旗:county'],
    ['东岭自治旗', '东岭自治旗:county'],
    ['北京市', '北京市:province'],
    ['青江市东山新区', '青江市:prefecture 东山新区:county'],
    ['白水县柳林镇', '白水县:county 柳林镇:township'],
    ['全国', '全国:country'],
    ['中华人民共和国', '全国:country'],
    ['水利发展', ''],
    ['工作报告', ''],
  ])('reads %s', (text, chain) => {
    expect(names(parsePlaceChain(text))).toBe(chain)
  })
})

describe('findLeadingPlace', () => {
  it.each([
    ['青江市人民政府关于修渠的通知', '青江市:prefecture'],
    ['关于青江市白水县2030年国民经济和社会发展计划执行情况的报告', '青江市:prefecture 白水县:county'],
    ['关于下达2031年青江市国民经济和社会发展计划的通知', '青江市:prefecture'],
    ['——2031年1月8日在白水县第九届人民代表大会第三次会议上', '白水县:county'],
    ['清河省2031年政府工作报告', '清河省:province'],
    ['国务院政府工作报告', '全国:country'],
    ['政府工作报告', ''],
    ['关于加强水渠管理的意见', ''],
  ])('finds the place of %s', (text, chain) => {
    expect(names(findLeadingPlace(text))).toBe(chain)
  })
})
