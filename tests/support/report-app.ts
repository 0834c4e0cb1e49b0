import { createHash } from 'node:crypto'
import { documentIdFromDigest } from '../../ingest/corpus/document-id.ts'
import { inLibraryOrder } from '../../ingest/index/create-snapshot.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { createDocumentReader } from '../../ingest/pipeline/document-reader.ts'
import { createFactReader } from '../../server/answer/facts/fact-reader.ts'
import { createLibrarySearch } from '../../server/answer/find/search-library.ts'
import type { BriefComposer } from '../../server/briefs/brief-composer.ts'
import { createBriefComposer } from '../../server/briefs/create-brief-composer.ts'
import { indexDocuments } from '../eval/run/index-documents.ts'
import { characterAnalyzer } from './library-fakes.ts'
import { createTestApp, type TestApp } from './test-app.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Two invented reports of one city and one of a district below it. Figures are made up. */
export const REPORTS: Readonly<Record<string, string>> = {
  '青禾市2030年政府工作报告.txt': `2030年青禾市政府工作报告

各位代表：

一、2029年工作回顾

过去的一年，全市地区生产总值完成1200亿元，增长7.5%。城镇新增就业4.2万人，城镇登记失业率3.1%。发放创业担保贷款3.6亿元。粮食产量达到24亿斤。

二、2030年工作安排

（一）稳定和扩大就业

今年，力争城镇新增就业4万人以上，城镇登记失业率控制在4%以内。发放创业担保贷款3.8亿元以上。开展职业技能培训2万人次。

（二）推进乡村振兴

建设高标准农田10万亩，粮食产量稳定在24亿斤以上。
`,
  '青禾市2031年政府工作报告.txt': `2031年青禾市政府工作报告

各位代表：

一、2030年工作回顾

过去的一年，全市地区生产总值完成1290亿元，增长7.2%。城镇新增就业4.1万人，城镇登记失业率3.0%。发放创业担保贷款3.5亿元。

二、2031年工作安排

（一）稳定和扩大就业

今年，力争城镇新增就业4.5万人以上，城镇登记失业率控制在4%以内。发放创业担保贷款4亿元以上。开展职业技能培训2.5万人次。

（二）推进乡村振兴

建设高标准农田15万亩，粮食产量稳定在25亿斤以上。=加快发展现代种业。
`,
  '青禾市2030年统计公报.txt': `青禾市2030年国民经济和社会发展统计公报

一、综合

2030年，全市地区生产总值完成1310亿元，增长7.2%。城镇新增就业4.1万人。
`,
}

/** The real app with the real composer and ledger over those reports; no dictionary, no encoder. */
export async function createReportApp(
  reports: Readonly<Record<string, string>> = REPORTS,
  wrapComposer: (extractive: BriefComposer) => BriefComposer = (extractive) => extractive,
): Promise<TestApp & { readonly held: { snapshot: LibrarySnapshot } }> {
  const reader = createDocumentReader()
  const read = async (texts: Readonly<Record<string, string>>): Promise<LibrarySnapshot> => {
    const parsed = Object.entries(texts).map(([file, text]) => {
      const digest = sha256(text)
      return reader.parse({ id: documentIdFromDigest(sha256(`${file}\0${digest}`)), file, sha256: digest, text })
    })
    const { documents, relations } = reader.infer(inLibraryOrder(parsed))
    return indexDocuments(documents, relations, { analyzer: characterAnalyzer, embedder: null })
  }
  const held = { snapshot: await read(reports) }
  const facts = createFactReader()
  const app = await createTestApp({
    parts: {
      readSnapshot: () => held.snapshot,
      facts,
      composer: wrapComposer(createBriefComposer({ analyzer: characterAnalyzer, embedder: null, facts })),
      search: createLibrarySearch({ analyzer: characterAnalyzer, embedder: null }),
    },
  })
  return { ...app, held }
}
