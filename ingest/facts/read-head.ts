import type { Direction } from './indicator-fact.ts'
import { CHANGE_VERBS, COMPARED_LEVEL, COMPARISON, LEADING_EXCEPTIONS, LEADING_WORDS, REACH_VERBS } from './indicator-words.ts'

/** The words between the figure before (or the clause's begin) and a figure, read. */
export interface Head {
  /** The indicator's name as far as the head tells it; empty when it only holds verbs. */
  readonly name: string
  /** A verb of change leads to the figure: 增长, 同比下降, 较上年提高. */
  readonly changes: boolean
  readonly direction: Direction | null
  /** The figure is where a change starts: 由32%. */
  readonly isBase: boolean
  /** 占, 占比: the figure is a part of something. */
  readonly isShare: boolean
  /** 分别: the figures that follow belong to the listed names one by one. */
  readonly isParallel: boolean
  /** The head goes on an enumeration (、 和 及). */
  readonly continues: boolean
}

const MAX_HEAD_CHARS = 64
const CONTINUES = /^(?:、|和|及|与|以及)/
const PARALLEL = /分别/
/** 由, 从上年的, 从1997年的: the figure is where a change starts. */
const BASE =
  /(?:由|从)(?:原来的?|(?:[12][0-9]{3}年|[〇○零一二三四五六七八九]{4}年|(?:上|去|今|前)年|(?:前)?[一二两三四五六七八九十]年前?|年初|上半年|上季度|上月)(?:年?[底末初]|同期|预计|计划)?的?)?$/
const TRAILING_PUNCTUATION = /[、"“(:\s]$/
const OPENING_QUOTE = /^[”"')\]]/
const STRIP_ROUNDS = 12

/** Reads the head of a figure. `folded` is the head without the figure's own qualifier. */
export function readHead(folded: string): Head {
  const compact = folded.slice(-MAX_HEAD_CHARS).replaceAll(/\s/g, '')
  const continues = CONTINUES.test(compact)
  const base = BASE.exec(compact)
  const trailing = stripTrailing(base ? compact.slice(0, base.index) : compact)
  const name = stripLeading(trailing.rest)
  return {
    name,
    changes: trailing.changes,
    direction: trailing.direction,
    isBase: base !== null,
    isShare: /占(?:比|到|总|全|.{0,14}(?:的|比重|比例))?(?:达到?|超过|为|约)?$/.test(compact),
    isParallel: PARALLEL.test(compact),
    continues,
  }
}

interface Trailing {
  readonly rest: string
  readonly changes: boolean
  readonly direction: Direction | null
}

function stripTrailing(head: string): Trailing {
  let rest = head
  let changes = false
  let direction: Direction | null = null
  for (let round = 0; round < STRIP_ROUNDS; round++) {
    const before = rest
    rest = rest.replace(TRAILING_PUNCTUATION, '').replace(REACH_VERBS, '')
    const change = CHANGE_VERBS.exec(rest) ?? COMPARED_LEVEL.exec(rest)
    if (change && !changes) {
      changes = true
      direction = change.groups?.down ? 'down' : 'up'
      rest = rest.slice(0, change.index)
    }
    if (changes) rest = rest.replace(COMPARISON, '')
    if (rest === before) break
  }
  return { rest, changes, direction }
}

const COMPLETE = /^(?:超额)?完成(?!率)/

/** Drops what stands before a name: time, place, mood, linking words. */
export function stripLeading(text: string): string {
  let rest = text
  for (let round = 0; round < STRIP_ROUNDS; round++) {
    const before = rest
    rest = rest.replace(OPENING_QUOTE, '')
    if (!LEADING_EXCEPTIONS.test(rest)) rest = rest.replace(LEADING_WORDS, '')
    const completed = rest.replace(COMPLETE, '')
    // 完成投资 is the usual name; 完成老旧小区改造 is named by what is done.
    if (completed !== rest && completed.length >= 4) rest = completed
    if (rest === before) break
  }
  return rest
}
