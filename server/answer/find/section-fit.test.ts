import { describe, expect, it } from 'vitest'
import type { Section } from '../../../ingest/corpus/section.ts'
import type { SnapshotDocument } from '../../../ingest/index/library-snapshot.ts'
import { isOfPeriod, yearFit } from './section-fit.ts'

/** A report of 2031 with a part on five years and, where it is headed so, one on the year. */
function report(ofYear: string): SnapshotDocument {
  const heads = ['某省2031年政府工作报告', '“十七五”时期主要目标任务', '发展现代农业', ofYear, '抓好“三农”工作']
  const sections = heads.map((heading, index) => ({
    index,
    heading,
    label: '',
    level: [0, 1, 2, 1, 2][index] ?? 0,
    parent: [null, 0, 1, 0, 3][index] ?? null,
    part: null,
    range: { start: 0, end: 0 },
  }))
  return { document: { sections, sentences: [], metadata: { year: 2031 } } } as unknown as SnapshotDocument
}

function sectionOf({ document }: SnapshotDocument, index: number): Section {
  const section = document.sections[index]
  if (section === undefined) throw new Error(`no section ${index}`)
  return section
}

describe('isOfPeriod', () => {
  it.each(['2031年重点工作', '今年工作安排'])('leaves the five years to those who ask for them where a part is headed %s', (heading) => {
    const own = report(heading)
    expect(isOfPeriod(sectionOf(own, 2), own, [2031], '某省今年农业怎么干？')).toBe(true)
    expect(isOfPeriod(sectionOf(own, 4), own, [2031], '某省今年农业怎么干？')).toBe(false)
    expect(isOfPeriod(sectionOf(own, 2), own, [2031], '某省“十七五”农业怎么干？')).toBe(false)
    expect(isOfPeriod(sectionOf(own, 2), own, [], '某省农业怎么干？')).toBe(false)
  })

  it('keeps it where no part is of the year', () => {
    const own = report('保障措施')
    expect(isOfPeriod(sectionOf(own, 2), own, [2031], '某省今年农业怎么干？')).toBe(false)
  })
})

describe('yearFit', () => {
  it('reads the year of the nearest heading that has one', () => {
    const own = report('2031年重点工作')
    expect(yearFit(sectionOf(own, 4), own, [2031])).toBeGreaterThan(0)
    expect(yearFit(sectionOf(own, 4), own, [2030])).toBeLessThan(0)
    expect(yearFit(sectionOf(own, 2), own, [2031])).toBe(0)
  })
})
