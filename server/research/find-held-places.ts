import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { shortPlaceName } from '../understand/gazetteer.ts'

/** Names of places as a model wrote them, led to those that documents are about. */
export function findHeldPlaces(snapshot: LibrarySnapshot, names: readonly string[]): { readonly held: string[]; readonly unknown: string[] } {
  const known = [...new Set(snapshot.documents.flatMap(({ document }) => document.metadata.place ?? []))]
  const held = new Set<string>()
  const unknown: string[] = []
  for (const name of names) {
    const found =
      known.find((place) => place === name) ?? known.find((place) => place.endsWith(name) || shortPlaceName(place) === shortPlaceName(name))
    if (found) held.add(found)
    else unknown.push(name)
  }
  return { held: [...held], unknown }
}
