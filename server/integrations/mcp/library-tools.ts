import { createAskTool } from './ask-tool.ts'
import type { LibraryTool } from './library-tool.ts'
import { createLookupIndicatorTool } from './lookup-indicator-tool.ts'
import { createReadDocumentTool } from './read-document-tool.ts'
import { createSearchTool } from './search-tool.ts'
import { createWriteBriefTool } from './write-brief-tool.ts'

/** The tools that other programs get, in the order in which they are listed. */
export function createLibraryTools(): readonly LibraryTool[] {
  return [createAskTool(), createSearchTool(), createReadDocumentTool(), createLookupIndicatorTool(), createWriteBriefTool()]
}
