import type { LibrarySnapshot } from './library-snapshot.ts'

/** The places that documents name as their own, each once, in the order of the documents. */
export function heldPlaces({ documents }: LibrarySnapshot): string[] {
  return [...new Set(documents.flatMap(({ document }) => document.metadata.place ?? []))]
}
