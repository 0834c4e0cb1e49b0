import type { IndicatorGroupsRecord, LibraryStore } from '../../ingest/library/library-store.ts'

/** The grouping of indicators without a disk. */
export function createMemoryGroups(): Pick<LibraryStore, 'indicatorGroups' | 'saveIndicatorGroups' | 'undoIndicatorGroups'> {
  const states: IndicatorGroupsRecord[] = []
  let lastVersion = 0
  const current = (): IndicatorGroupsRecord => states.at(-1) ?? { version: 0, names: [] }
  return {
    indicatorGroups: current,
    saveIndicatorGroups({ names, version }) {
      if (current().version !== version) return false
      lastVersion += 1
      states.push({ version: lastVersion, names })
      return true
    },
    undoIndicatorGroups: () => states.pop() !== undefined,
  }
}
