import type { Citation } from '../../server/contract/chat.ts'
import type { FactView } from '../../server/contract/indicators.ts'

/** A fact's sentence as the source pane opens it; the pane finds the section path in the document's outline. */
export function citeFact({ documentId, title, file, quote, start, end, year, place }: FactView): Citation {
  return { n: 1, documentId, title, file, sectionPath: [], quote, start, end, year, place }
}
