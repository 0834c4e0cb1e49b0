import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { ResearchTool } from '../model/research-agent.ts'
import type { Retriever } from '../retrieval/retriever.ts'
import { NO_FILTER } from '../retrieval/row-filter.ts'
import { defineResearchTool, takesText, takesTexts, takesYears } from './define-research-tool.ts'
import type { EvidenceBook } from './evidence-book.ts'
import { findHeldPlaces } from './find-held-places.ts'

const MAX_SENTENCES = 8

/** Sentences of the library that come nearest to a few words. */
export function createSearchTool(snapshot: LibrarySnapshot, retriever: Retriever, book: EvidenceBook): ResearchTool {
  return defineResearchTool({
    name: 'search',
    description: '在文库里查找与一件事有关的原文句子。每次只查一件事；可限定年份、地区。',
    takes: {
      query: takesText('要查的事，用文件里的说法，例如：城镇新增就业'),
      years: takesYears('只看说这些年的句子，例如 [2024, 2025]'),
      places: takesTexts('只看这些地区的文件，例如 ["某某市"]'),
    },
    needs: { name: 'query', hint: '请写明要查的事。' },
    async run(query, given) {
      const places = findHeldPlaces(snapshot, given.texts('places'))
      if (places.refusal !== null) return `${places.refusal}可以不限地区再查。`
      const { evidence } = await retriever.retrieve(snapshot, {
        parts: [{ text: query, weight: 1 }],
        text: query,
        filter: { ...NO_FILTER, years: given.years('years'), places: places.held },
        limit: 2 * MAX_SENTENCES,
      })
      const rows = evidence.map(({ row }) => row).filter(({ sentence }) => sentence.role !== 'heading')
      if (rows.length === 0) return '没有查到。可以换个说法，或放宽年份、地区再查。'
      return book.show('查到：', rows.slice(0, MAX_SENTENCES))
    },
  })
}
