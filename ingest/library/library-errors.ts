import { CodedError } from '../corpus/coded-error.ts'

/** Codes of SQLite and of the operating system that mean there is no room. EDQUOT: the user's own limit. EFBIG: a limit on the file's size. */
const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG'])
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/
const SYSTEM_CODE = /^(SQLITE_|E[A-Z0-9]+$)/

/**
 * Says in words what a failed write to the library means. Failures that are no matter of disk or database pass unchanged.
 */
export function toLibraryError(error: unknown): unknown {
  if (error instanceof CodedError || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const { code } = error
  if (FULL.has(code)) {
    const message = '磁盘空间不足，这次的内容没有写入；原有的文库不受影响。请清理磁盘空间后重试。'
    return new CodedError('disk_full', message, { cause: code }, { cause: error })
  }
  if (DAMAGED.test(code)) return damagedLibrary(code, error)
  if (SYSTEM_CODE.test(code)) {
    const message = `写入或读取文库时出错（${code}），这次的内容没有写入；原有的文库不受影响。请检查数据目录的权限、磁盘和打开文件数后重试。`
    return new CodedError('library_write_failed', message, { cause: code }, { cause: error })
  }
  return error
}

export function damagedLibrary(what: string, cause?: unknown): CodedError {
  const message =
    '文库数据库（数据目录中的 library.db）已损坏，无法读取。程序没有改动或删除它。' +
    '请先把整个数据目录复制一份留存，再从备份恢复 library.db；没有备份时，可把数据目录改名，重新启动后再导入原始文件。'
  return new CodedError('library_damaged', message, { what }, { cause })
}
