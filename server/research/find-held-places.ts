import { heldPlaces } from '../../ingest/index/held-places.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import { shortPlaceName } from '../understand/gazetteer.ts'

/**
 * Names of places as a model wrote them, led to those that documents are about.
 *
 * @returns `refusal` says in words that documents are about none of them; null where one is held or none was named
 */
export function findHeldPlaces(
  snapshot: LibrarySnapshot,
  names: readonly string[],
): { readonly held: readonly string[]; readonly refusal: string | null } {
  const known = heldPlaces(snapshot)
  const held = new Set<string>()
  const unknown: string[] = []
  for (const name of names) {
    const found =
      known.find((place) => place === name) ?? known.find((place) => place.endsWith(name) || shortPlaceName(place) === shortPlaceName(name))
    if (found) held.add(found)
    else unknown.push(name)
  }
  return { held: [...held], refusal: held.size === 0 && unknown.length > 0 ? `库中没有这些地区的文件：${unknown.join('、')}。` : null }
}
