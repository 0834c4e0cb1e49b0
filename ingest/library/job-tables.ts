import { randomUUID } from 'node:crypto'
import type { JobRecord, JobState, LibraryStore } from './library-store.ts'
import type { SqliteDatabase } from './sqlite.ts'

type JobRow = Readonly<Record<'id' | 'createdAt' | 'updatedAt', string>> & {
  readonly state: JobState
  readonly progress: string | null
  readonly report: string | null
  readonly error: string | null
}

const JOB = 'SELECT id, state, created_at AS createdAt, updated_at AS updatedAt, progress, report, error FROM jobs WHERE id = ?'

/** Finished jobs are kept for this long, so that their report can be read. */
const KEPT_DAYS = 30

export function createJobTables(database: SqliteDatabase): Pick<LibraryStore, 'createJob' | 'updateJob' | 'getJob' | 'interruptRunningJobs'> {
  const select = database.prepare<[string], JobRow>(JOB)
  const insert = database.prepare<[string, string, string]>("INSERT INTO jobs (id, state, created_at, updated_at) VALUES (?, 'queued', ?, ?)")
  const forget = database.prepare<[string]>("DELETE FROM jobs WHERE updated_at < ? AND state NOT IN ('queued', 'running')")
  const update = database.prepare<[string, string | null, string | null, string | null, string | null, string]>(
    `UPDATE jobs SET updated_at = ?, state = coalesce(?, state), progress = coalesce(?, progress), report = coalesce(?, report),
     error = coalesce(?, error) WHERE id = ?`,
  )
  const interrupt = database.prepare<[string, string]>(
    "UPDATE jobs SET state = 'interrupted', error = ?, updated_at = ? WHERE state IN ('queued', 'running')",
  )
  const getJob = (id: string): JobRecord | undefined => {
    const row = select.get(id)
    return row && { ...row, progress: fromJson(row.progress), report: fromJson(row.report), error: fromJson(row.error) }
  }
  return {
    getJob,
    createJob() {
      const now = new Date()
      const id = randomUUID()
      forget.run(new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString())
      insert.run(id, now.toISOString(), now.toISOString())
      return { id, state: 'queued', createdAt: now.toISOString(), updatedAt: now.toISOString(), progress: null, report: null, error: null }
    },
    updateJob(id, { state, progress, report, error }) {
      update.run(new Date().toISOString(), state ?? null, toJson(progress), toJson(report), toJson(error), id)
    },
    interruptRunningJobs() {
      const error = { code: 'job_interrupted', message: '程序在导入完成前停止了。已完成的文件没有丢失；请重新导入其余文件。' }
      interrupt.run(JSON.stringify(error), new Date().toISOString())
    },
  }
}

const fromJson = (text: string | null): unknown => (text === null ? null : (JSON.parse(text) as unknown))

const toJson = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
