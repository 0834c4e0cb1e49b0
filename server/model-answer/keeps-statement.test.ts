import { expect, test } from 'vitest'
import { keepsStatement } from './keeps-statement.ts'

test.each<[string, string, boolean]>([
  ['粮食总产量稳定在97万吨以上', '2031年，粮食总产量要稳定在97万吨以上。', true],
  ['粮食总产量稳定在97万吨以上', '2031年，粮食总产量要稳定在97万吨。', false],
  ['粮食总产量稳定在97万吨以上', '粮食总产量稳定在197万吨以上。', false],
  ['地区生产总值增长6.5%左右，就业2.3万人', '地区生产总值增长6.5%左右。', false],
  ['2030年：新建幼儿园9所', '新建幼儿园9所', false],
  ['培育粮油、蚕桑、丝绸、文旅四大产业', '要大力培育粮油、蚕桑、丝绸、文旅四大产业。', true],
  ['培育粮油、蚕桑、丝绸、文旅四大产业', '培育粮油、蚕桑、文旅等四大产业', false],
  ['实施“双百行动”', '实施双百行动', true],
  ['实施“双百行动”', '实施有关行动', false],
  ['青江市完成1,200亿元', '青江市完成1200亿元', true],
  ['青江市完成1200亿元', '全市完成1200亿元', false],
])('%s ← %s: %s', (statement, text, keeps) => {
  expect(keepsStatement(statement, text, ['青江市'])).toBe(keeps)
})
