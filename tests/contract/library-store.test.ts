import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isDocumentId } from '../../ingest/corpus/document-id.ts'
import type { LibraryStore } from '../../ingest/library/library-store.ts'
import { openLibraryDatabase } from '../../ingest/library/open-library-database.ts'

let dataDir = ''
let store: LibraryStore
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'youju-store-'))
  store = openLibraryDatabase(dataDir).store
})
afterEach(() => {
  store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What is read after the file was closed and opened is what was durably there. */
function reopen(): void {
  store.close()
  store = openLibraryDatabase(dataDir, { check: true }).store
}

describe('documents', () => {
  it('are none in a new library', () => {
    expect(store.listDocuments()).toEqual([])
    expect(store.currentGeneration()).toBe(0)
    const id = 'd0123456789abcdef'
    if (!isDocumentId(id)) throw new Error('not an id')
    expect(store.originalBytes(id)).toBeUndefined()
    expect(store.integrityCheck()).toBe(true)
  })
})

describe('jobs', () => {
  it('keep what is said about them', () => {
    const { id, state } = store.createJob()
    expect(state).toBe('queued')
    store.updateJob(id, { state: 'running', progress: { phase: 'parsing', done: 1, total: 2 } })
    store.updateJob(id, { state: 'done', report: { generation: 3 } })
    reopen()
    expect(store.getJob(id)).toMatchObject({ state: 'done', progress: { done: 1 }, report: { generation: 3 }, error: null })
    expect(store.getJob('unknown')).toBeUndefined()
  })

  it('become interrupted when the process that ran them is gone, the finished ones do not', () => {
    const jobs = [store.createJob(), store.createJob(), store.createJob()]
    store.updateJob(jobs[1]?.id ?? '', { state: 'running' })
    store.updateJob(jobs[2]?.id ?? '', { state: 'failed', error: { code: 'disk_full', message: '磁盘已满' } })
    store.interruptRunningJobs()
    expect(jobs.map(({ id }) => store.getJob(id)?.state)).toEqual(['interrupted', 'interrupted', 'failed'])
    expect(store.getJob(jobs[0]?.id ?? '')?.error).toMatchObject({ code: 'job_interrupted', message: expect.stringContaining('重新导入') })
  })
})

describe('conversations', () => {
  const answer = { answer: '投资 12 亿元[1]', citations: [{ quote: '“引文”\u0000\u2028' }], nothing: null }

  it('begin with their first turn, or not at all', () => {
    const begin = (id: string): string =>
      store.together(() => {
        const conversation = store.createConversation('投资')
        store.addTurn({ id, conversationId: conversation.id, question: '问', answer })
        return conversation.id
      })
    const id = begin('t0')
    // A turn's id is taken only once: the second conversation cannot begin with it.
    expect(() => begin('t0')).toThrow()
    reopen()
    expect(store.listConversations({ limit: 9, offset: 0 })).toMatchObject({ total: 1, items: [{ id, turnCount: 1 }] })
  })

  it('keep their turns in order, whole, with feedback', () => {
    const { id } = store.createConversation('投资')
    for (const nth of [0, 1, 2]) store.addTurn({ id: `t${nth}`, conversationId: id, question: `第${nth}问`, answer })
    expect(store.setFeedback('t1', { rating: 'down', comment: '年份不对' })).toBe(true)
    expect(store.setFeedback('t9', { rating: 'up' })).toBe(false)
    reopen()
    expect(store.listTurns(id).map((turn) => [turn.id, turn.position])).toEqual([
      ['t0', 0],
      ['t1', 1],
      ['t2', 2],
    ])
    expect(store.getTurn('t1')).toMatchObject({ question: '第1问', answer, feedback: { rating: 'down', comment: '年份不对' } })
    expect(store.getTurn('t0')?.feedback).toBeNull()
    expect(store.getConversation(id)).toMatchObject({ title: '投资', turnCount: 3 })
  })

  it('are listed newest first, in pages, and found by title, question and answer', () => {
    const ids = ['甲项目', '乙项目', '100%完成'].map((title) => store.createConversation(title).id)
    store.addTurn({ id: 't', conversationId: ids[0] ?? '', question: '粮食产量多少', answer })
    const all = store.listConversations({ limit: 2, offset: 0 })
    expect(all.total).toBe(3)
    expect(all.items).toHaveLength(2)
    expect(store.listConversations({ limit: 10, offset: 2 }).items).toHaveLength(1)
    const found = (query: string) => store.listConversations({ query, limit: 10, offset: 0 }).items.map((item) => item.id)
    expect(found('乙项')).toEqual([ids[1]])
    expect(found('粮食')).toEqual([ids[0]])
    expect(found('12 亿元')).toEqual([ids[0]])
    expect(found('%')).toEqual([ids[2]])
    expect(found('_')).toEqual([])
    expect(found("'; DROP TABLE turns; --")).toEqual([])
  })

  it('are renamed and removed with their turns', () => {
    const { id } = store.createConversation('旧')
    store.addTurn({ id: 't', conversationId: id, question: '问', answer })
    expect(store.renameConversation(id, '新')).toBe(true)
    expect(store.getConversation(id)?.title).toBe('新')
    expect(store.deleteConversation(id)).toBe(true)
    expect(store.getTurn('t')).toBeUndefined()
    expect(store.deleteConversation(id)).toBe(false)
    expect(store.renameConversation(id, 'x')).toBe(false)
  })

  it('refuse a turn of a conversation that is not there', () => {
    expect(() => store.addTurn({ id: 't', conversationId: 'none', question: '问', answer })).toThrowError(
      expect.objectContaining({ code: 'conversation_not_found' }),
    )
  })
})

describe('briefs', () => {
  const body = { sections: [{ heading: '一、', statements: [{ text: '话\u2028', citations: [1] }] }], gaps: [] }

  it('are kept whole, listed by their latest change, changed in the version that was read, and removed', () => {
    const first = store.addBrief({ title: '甲', request: '写甲', body })
    const second = store.addBrief({ title: '乙', request: '写乙', body })
    expect(store.updateBrief(first.id, { title: '甲改', body: { ...body, gaps: ['缺'] }, version: 1 })).toBe(true)
    expect(store.updateBrief(first.id, { title: '旧', body, version: 1 })).toBe(false)
    expect(store.updateBrief('none', { title: '无', body, version: 1 })).toBe(false)
    reopen()
    expect(store.getBrief(first.id)).toMatchObject({ title: '甲改', request: '写甲', version: 2, body: { ...body, gaps: ['缺'] } })
    expect(store.getBrief(second.id)).toEqual(second)
    const page = store.listBriefs({ limit: 1, offset: 0 })
    expect([page.total, page.items.length]).toEqual([2, 1])
    expect(store.deleteBrief(first.id)).toBe(true)
    expect(store.deleteBrief(first.id)).toBe(false)
    expect(store.getBrief(first.id)).toBeUndefined()
    expect(store.listBriefs({ limit: 9, offset: 0 }).items.map(({ id }) => id)).toEqual([second.id])
  })

  it('keeps the grouping of indicators, refuses a stale change and takes the last one back', () => {
    const names = [{ name: '甲产值', group: '乙产值' }]
    expect(store.indicatorGroups()).toEqual({ version: 0, names: [] })
    expect(store.undoIndicatorGroups()).toBe(false)
    expect(store.saveIndicatorGroups({ names, version: 0 })).toBe(true)
    expect(store.saveIndicatorGroups({ names: [], version: 0 })).toBe(false)
    const first = store.indicatorGroups()
    expect(first.names).toEqual(names)
    expect(store.saveIndicatorGroups({ names: [], version: first.version })).toBe(true)
    const second = store.indicatorGroups()
    expect(store.undoIndicatorGroups()).toBe(true)
    expect(store.indicatorGroups()).toEqual(first)
    expect(store.saveIndicatorGroups({ names, version: first.version })).toBe(true)
    expect([first.version, second.version]).not.toContain(store.indicatorGroups().version)
  })
})
