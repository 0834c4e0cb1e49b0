import { expect, it } from 'vitest'
import type { DocumentKind } from '../../../ingest/corpus/metadata.ts'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { isRule } from './is-rule.ts'

const rowOf = (text: string, heading: string, kind: DocumentKind): SentenceRow =>
  ({
    sentence: { text, section: 1 },
    document: {
      document: {
        metadata: { kind, title: '' },
        sections: [
          { level: 0, label: '', heading: '', parent: null },
          { level: 1, label: '二、', heading, parent: 0 },
        ],
      },
    },
  }) as unknown as SentenceRow

it.each<[string, string, DocumentKind, boolean]>([
  ['主营业务收入占比50%以上，研发人员不少于20人。', '申报条件', '通知', true],
  ['申请单位的研发投入占比不低于3%。', '工作内容', '其他', true],
  ['数据存储时间应当不少于3年。', '数据管理', '办法', true],
  ['对首次获评的企业给予最高50万元奖励。', '主要任务', '政府工作报告', true],
  ['每户一次性补助3000元。', '重点任务', '方案', true],
  ['对新认定的孵化器给予每家最高500万元扶持。', '主要任务', '其他', true],
  ['可按实际支付利息的40%申请融资费用补贴，每家年补贴额不超过30万元。', '帮扶企业', '其他', true],
  ['专家组成员不低于5人。', '第三章', '办法', true],
  ['连续补贴五年，每年100万元。', '第二章', '办法', true],
  ['附表一式两份，于5月3日前报送。', '有关事项', '通知', true],
  ['到2031年，示范园区达到20家。', '第一章', '办法', false],
  ['到2031年，清洁能源占比达到50%以上。', '工作要求', '方案', false],
  ['森林覆盖率不低于24%。', '主要任务', '方案', false],
  ['培育示范企业20家以上。', '申报推荐', '通知', false],
  ['严格落实“三管三必须”，排查隐患。', '主要任务', '其他', false],
  ['必须守住粮食产量300万吨的底线。', '今年工作', '政府工作报告', false],
])('%s under %s of a paper of kind %s: %s', (text, heading, kind, is) => {
  expect(isRule(rowOf(text, heading, kind))).toBe(is)
})
