import type { LibrarySnapshot } from '../../../ingest/index/library-snapshot.ts'
import type { BriefComposer } from '../../../server/briefs/brief-composer.ts'
import { isHonestCitation, type Originals } from '../judging/evidence.ts'
import { readJsonl } from '../questions/read-jsonl.ts'
import type { SectionReport } from '../report/eval-report.ts'
import { printSkipped, sharedPath } from '../shared-data.ts'
import { unsoundStatements } from './unsound-statements.ts'

const BRIEFS = 3
const PER_BRIEF = 5

/** Composes briefs without the model and with it. Prints a line each. */
export async function composeInModes(parts: {
  readonly extractive: BriefComposer
  readonly composer: BriefComposer
  readonly snapshot: LibrarySnapshot
  readonly originals: Originals
}): Promise<SectionReport> {
  const path = sharedPath('eval', 'briefs.jsonl')
  if (path === null) {
    printSkipped('briefs with the model', 'eval/briefs.jsonl')
    return { figures: {} }
  }
  const requests = readJsonl<{ readonly id: string; readonly request: string }>(path).filter((_, at) => at % PER_BRIEF === 0)
  const rows: Record<string, Record<string, number>> = {}
  for (const { id, request } of requests.slice(0, BRIEFS)) {
    const plain = await parts.extractive.compose(parts.snapshot, { request, filters: {}, mode: 'extractive' })
    const known = new Set(plain.sections.flatMap(({ statements }) => statements.map(({ text }) => text)))
    for (const mode of ['extractive', 'llm'] as const) {
      const begun = performance.now()
      const brief = await (mode === 'llm' ? parts.composer : parts.extractive).compose(parts.snapshot, { request, filters: {}, mode })
      const statements = brief.sections.flatMap((section) => section.statements)
      rows[`${id} ${mode}`] = {
        sections: brief.sections.length,
        statements: statements.length,
        'not in the extractive one': statements.filter(({ text }) => !known.has(text)).length,
        honest: Number(
          brief.citations.every((citation) => isHonestCitation(parts.originals, citation)) &&
            statements.every(({ citations }) => citations.length > 0),
        ),
        unsound: unsoundStatements({ statements, citations: brief.citations }, []).filter((text) => !known.has(text)).length,
        seconds: Math.round((performance.now() - begun) / 100) / 10,
      }
      console.log(`${id} ${mode}: ${JSON.stringify(rows[`${id} ${mode}`])}`)
    }
  }
  return { figures: rows }
}
