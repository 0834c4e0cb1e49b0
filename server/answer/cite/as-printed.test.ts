import { describe, expect, it } from 'vitest'
import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { asPrinted } from './as-printed.ts'

function row(printed: string, read: string): SentenceRow {
  return {
    row: 0,
    sentence: { text: read, range: { start: 0, end: printed.length } },
    document: { document: { text: printed } },
  } as unknown as SentenceRow
}

describe('asPrinted', () => {
  it('shows what is quoted of a paper in traditional characters as it is printed', () => {
    const rows = [row('運河二萬里，\n今年通船。', '运河二万里，今年通船。')]
    expect(asPrinted('运河二万里', rows)).toBe('運河二萬里')
    expect(asPrinted('运河二万里……今年通船', rows)).toBe('運河二萬里……今年通船')
  })

  it('leaves other texts alone', () => {
    expect(asPrinted('运河二万里', [row('运河二万里，今年通船。', '运河二万里，今年通船。')])).toBe('运河二万里')
    expect(asPrinted('河长', [row('運河二萬里。', '运河二万里。')])).toBe('河长')
  })
})
