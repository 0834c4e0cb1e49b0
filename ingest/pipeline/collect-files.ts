import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { CodedError } from '../corpus/coded-error.ts'
import { cleanFileName } from './clean-file-name.ts'
import type { IngestSource } from './ingestor.ts'
import { SIDECAR_SUFFIX } from './read-sidecar.ts'

/** A file to be read, not read yet. */
export interface FoundFile {
  /** What names the place it comes from: the absolute path, or upload:NAME. */
  readonly source: string
  readonly name: string
  /** @throws {CodedError} file_not_found, file_unreadable, document_too_large */
  read(): Promise<Uint8Array>
  /** Undefined when there is none. */
  readSidecar(): Promise<Uint8Array | undefined>
}

export interface CollectedFiles {
  readonly files: readonly FoundFile[]
  /** Folders that were read whole: a source in one of them that is not among `files` has gone. Absolute, each with a separator at its end. */
  readonly folders: readonly string[]
  readonly failures: readonly { readonly file: string; readonly error: CodedError }[]
}

export const MAX_FILE_BYTES = 50 * 1024 * 1024
const READABLE = new Set(['.txt', '.md'])
export const UPLOAD_PREFIX = 'upload:'

/** Finds the files behind the sources: folders recursively, hidden files and links to folders left out, other formats inside a folder passed over. */
export async function collectFiles(sources: readonly IngestSource[]): Promise<CollectedFiles> {
  const found: FoundFile[] = []
  const folders: string[] = []
  const failures: { file: string; error: CodedError }[] = []

  const walk = async (folder: string): Promise<boolean> => {
    let whole = true
    const entries = await readFolder(folder)
    if (entries instanceof CodedError) {
      failures.push({ file: path.basename(folder), error: entries })
      return false
    }
    for (const entry of entries) {
      const full = path.join(folder, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) whole = (await walk(full)) && whole
      else if (isReadable(entry.name)) found.push(fileAt(full))
    }
    if (whole) folders.push(folder + path.sep)
    return whole
  }

  for (const source of sources) {
    const given = source.kind === 'upload' ? source.name : path.resolve(source.path)
    try {
      if (source.kind === 'path' && (await isFolder(given))) await walk(given)
      else if (!isReadable(given)) throw unsupported()
      else found.push(source.kind === 'path' ? fileAt(given) : uploaded(cleanFileName(given), source.bytes))
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      failures.push({ file: path.basename(given), error })
    }
  }
  return { files: dropRepeated(found), folders, failures }
}

const isReadable = (name: string): boolean => READABLE.has(path.extname(name).toLowerCase())

/** The same file named twice in one call is read once. Uploads are each read: their bytes may differ. */
function dropRepeated(files: readonly FoundFile[]): FoundFile[] {
  const seen = new Set<string>()
  return files.filter(({ source }) => {
    if (source.startsWith(UPLOAD_PREFIX)) return true
    if (seen.has(source)) return false
    seen.add(source)
    return true
  })
}

function uploaded(name: string, bytes: Uint8Array): FoundFile {
  return {
    source: UPLOAD_PREFIX + name,
    name,
    read: async () => {
      checkSize(bytes.byteLength)
      return bytes
    },
    readSidecar: async () => undefined,
  }
}

function fileAt(full: string): FoundFile {
  return {
    source: full,
    name: path.basename(full),
    async read() {
      try {
        checkSize((await stat(full)).size)
        return await readFile(full)
      } catch (error) {
        throw error instanceof CodedError ? error : unreadable(error)
      }
    },
    async readSidecar() {
      for (const beside of [full + SIDECAR_SUFFIX, full.slice(0, -path.extname(full).length) + SIDECAR_SUFFIX]) {
        try {
          return await readFile(beside)
        } catch (error) {
          if (systemCode(error) !== 'ENOENT') throw unreadable(error)
        }
      }
      return undefined
    },
  }
}

async function readFolder(folder: string): Promise<Dirent[] | CodedError> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return unreadable(error)
  }
}

async function isFolder(full: string): Promise<boolean> {
  try {
    return (await stat(full)).isDirectory()
  } catch (error) {
    throw systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR' ? notFound() : unreadable(error)
  }
}

function checkSize(bytes: number): void {
  if (bytes <= MAX_FILE_BYTES) return
  const megabytes = Math.ceil(bytes / 1024 / 1024)
  throw new CodedError('document_too_large', `文件有 ${megabytes} MB，超过单个文件 50 MB 的上限。请拆成几个文件后重新导入。`, { bytes })
}

const systemCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

const unsupported = (): CodedError =>
  new CodedError('unsupported_format', '暂不支持这种格式，只能导入 .txt 和 .md 纯文本文件。请先另存为纯文本，再重新导入。')

const notFound = (): CodedError => new CodedError('file_not_found', '找不到这个文件或文件夹。请检查路径是否正确。')

function unreadable(error: unknown): CodedError {
  const code = systemCode(error)
  return new CodedError('file_unreadable', `文件或文件夹无法读取（${code}）。请检查它的读取权限和所在磁盘后重试。`, { cause: code }, { cause: error })
}
