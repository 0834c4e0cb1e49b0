import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { createIndicatorGrouping, type GroupedName, plainName } from '../../ingest/facts/group-indicators.ts'
import type { LibraryStore } from '../../ingest/library/library-store.ts'
import type { FactReader, LedgerFact } from '../answer/facts/fact-reader.ts'
import type { IndicatorGroup, IndicatorGroups, IndicatorGroupsEdit, IndicatorGroupsQuery } from '../contract/indicators.ts'

/** The grouping of indicator names as users see and change it. What is changed holds at once for the ledger, for comparisons and for briefs. */
export interface IndicatorGroupDesk {
  list(facts: readonly LedgerFact[], query: IndicatorGroupsQuery): IndicatorGroups
  /**
   * @throws {CodedError} indicator_not_found for a name that no fact of the ledger has, indicator_group_own_name where a group would lose the name that it is called by,
   * indicator_groups_changed when somebody else has edited since `version`, indicator_groups_full
   */
  edit(facts: readonly LedgerFact[], change: IndicatorGroupsEdit): void
  /** Takes the last edit back. @throws {CodedError} nothing_to_undo */
  undo(): void
}

const PAGE_SIZE = 50
const MAX_EDITED = 2_000

type Store = Pick<LibraryStore, 'indicatorGroups' | 'saveIndicatorGroups' | 'undoIndicatorGroups'>

/** Puts the kept grouping in force and keeps it there. */
export function createIndicatorGroupDesk(store: Store, reader: FactReader): IndicatorGroupDesk {
  const apply = (): void => reader.regroup(store.indicatorGroups().names)
  apply()
  return {
    list(facts, { name, limit = PAGE_SIZE, offset = 0 }) {
      const { version, names } = store.indicatorGroups()
      const wanted = name === undefined ? null : reader.grouping()(name)
      const groups = gatherGroups(facts, names).filter(({ indicator, names: own }) => (wanted === null ? own.length > 1 : indicator === wanted))
      return { groups: groups.slice(offset, offset + limit), total: groups.length, version, canUndo: version > 0 }
    },
    edit(facts, { indicator, join = [], leave = [], version }) {
      const known = new Set(facts.flatMap(({ fact }) => [plainName(fact.indicatorText), fact.indicator]))
      for (const name of [indicator, ...join, ...leave]) if (!known.has(plainName(name))) throw indicatorNotFound(name)
      const group = reader.grouping()(indicator)
      const names = leaveGroup(joinGroup(store.indicatorGroups().names, join, group), leave, group)
      if (names.length > MAX_EDITED) throw new CodedError('indicator_groups_full', `归并的写法已有${MAX_EDITED}个，请先移出一些不用的。`)
      if (!store.saveIndicatorGroups({ names, version })) {
        throw new CodedError('indicator_groups_changed', '归并刚被别处改过，这次修改没有保存。请刷新页面，看过现在的归并再改。')
      }
      apply()
    },
    undo() {
      if (!store.undoIndicatorGroups()) throw new CodedError('nothing_to_undo', '没有可以撤销的归并修改。')
      apply()
    },
  }
}

function joinGroup(names: readonly GroupedName[], join: readonly string[], group: string): GroupedName[] {
  const joined = join.map(plainName).filter((name) => name !== plainName(group))
  // A group that was itself moved elsewhere must stay where it is called, or it would lead the names on.
  const kept = names.filter(({ name }) => !joined.includes(name) && name !== plainName(group))
  return [...kept, ...joined.map((name) => ({ name, group }))]
}

function leaveGroup(names: readonly GroupedName[], leave: readonly string[], group: string): GroupedName[] {
  let left = [...names]
  for (const name of leave.map(plainName)) {
    if (name === plainName(group)) {
      throw new CodedError('indicator_group_own_name', `“${group}”是这一组的名称，不能移出。要拆开，请移出其他写法。`, { name: group })
    }
    left = left.filter((item) => item.name !== name)
    // A name that only an edit had brought here is free without it; one that the table brings needs a group of its own.
    if (createIndicatorGrouping(left)(name) !== name) left.push({ name, group: name })
  }
  return left
}

function gatherGroups(facts: readonly LedgerFact[], edited: readonly GroupedName[]): IndicatorGroup[] {
  const byUser = new Map(edited.map(({ name, group }) => [name, group]))
  const base = createIndicatorGrouping()
  const groups = new Map<string, Map<string, number>>()
  for (const { fact } of facts) {
    const names = groups.get(fact.indicator) ?? new Map<string, number>()
    const name = plainName(fact.indicatorText)
    names.set(name, (names.get(name) ?? 0) + 1)
    groups.set(fact.indicator, names)
  }
  const isEdited = (name: string): boolean => byUser.has(name) || byUser.has(plainName(base(name)))
  return [...groups]
    .map(([indicator, names]) => ({
      indicator,
      names: [...names]
        .map(([name, count]) => ({ name, facts: count, edited: isEdited(name) }))
        .toSorted((a, b) => b.facts - a.facts || compareText(a.name, b.name)),
    }))
    .toSorted((a, b) => countFacts(b) - countFacts(a) || compareText(a.indicator, b.indicator))
}

function countFacts({ names }: IndicatorGroup): number {
  return names.reduce((sum, { facts }) => sum + facts, 0)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** @returns indicator_not_found */
export function indicatorNotFound(name: string): CodedError {
  return new CodedError('indicator_not_found', `指标台账里没有“${name}”。请在“指标”页搜索名称的一部分，再从结果里选。`, { name })
}
