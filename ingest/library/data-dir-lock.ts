import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { CodedError } from '../corpus/coded-error.ts'
import { toLibraryError } from './library-errors.ts'
import { openExclusively, sqliteCode } from './sqlite.ts'

/** Held for the life of the process; the operating system frees it when the process dies, however it dies. */
export interface DataDirLock {
  release(): void
}

/**
 * Makes the folder if need be and becomes its only writer.
 *
 * @throws {CodedError} data_dir_locked within a second when another process writes to this folder; library_write_failed when it cannot be made
 */
export function lockDataDir(dataDir: string): DataDirLock {
  try {
    mkdirSync(dataDir, { recursive: true })
    const held = openExclusively(path.join(dataDir, 'lock.db'))
    return { release: () => held.close() }
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) {
      const message =
        '数据目录正被另一个有据进程使用，不能同时写入。请先停止那个进程（或在它的页面里上传文件），或者用环境变量 DATA_DIR 指定另一个目录。'
      throw new CodedError('data_dir_locked', message, {}, { cause: error })
    }
    throw toLibraryError(error)
  }
}
