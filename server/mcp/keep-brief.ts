import { CodedError } from '../../ingest/corpus/coded-error.ts'
import { lockDataDir } from '../../ingest/library/data-dir-lock.ts'
import { openLibraryDatabase } from '../../ingest/library/open-library-database.ts'
import type { BriefBody } from '../contract/briefs.ts'
import type { WrittenBrief } from '../integrations/mcp/tool-library.ts'

/** Keeps a brief in a library that no server has open; a server that has keeps its library for itself, and then the brief is given without being kept. */
export function keepBrief(dataDir: string, body: BriefBody): WrittenBrief {
  try {
    const lock = lockDataDir(dataDir)
    try {
      const database = openLibraryDatabase(dataDir)
      try {
        return { body, briefId: database.store.addBrief({ title: body.title, request: body.request, body }).id, note: null }
      } finally {
        database.close()
      }
    } finally {
      lock.release()
    }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return { body, briefId: null, note: error.code === 'data_dir_locked' ? LOCKED : error.message }
  }
}

const LOCKED = '文库正被运行中的有据服务使用，这里只能读。要存下来，请在网页“简报”里用同样的要求写，或让客户端改用那个服务的 /mcp 地址。'
