import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { IngestSource } from '../../ingest/pipeline/ingestor.ts'

export interface UploadLimits {
  readonly maxFiles: number
  readonly maxFileBytes: number
  readonly maxTotalBytes: number
}

export async function addUploads(app: FastifyInstance, { maxFiles, maxFileBytes }: UploadLimits): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: maxFiles + 1, fileSize: maxFileBytes, parts: maxFiles + 20, fields: 20, fieldSize: 1024, fieldNameSize: 100, headerPairs: 100 },
  })
}

/**
 * Reads the files of a multipart request into memory; fields that are no files are ignored.
 *
 * @throws {CodedError} no_files, too_many_files, document_too_large, upload_too_large, malformed_upload, unsupported_media_type
 */
export async function readUploads(request: FastifyRequest, limits: UploadLimits): Promise<IngestSource[]> {
  if (!request.isMultipart()) {
    throw new CodedError('unsupported_media_type', '上传文件请用 multipart/form-data 格式，一次可以选一个或多个文件。')
  }
  const sources: IngestSource[] = []
  let total = 0
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue
      if (sources.length >= limits.maxFiles) throw tooManyFiles(limits)
      const { bytes, truncated } = await readPart(part.file, limits.maxTotalBytes - total)
      const name = uploadName(part.filename)
      if (truncated || part.file.truncated) throw tooLarge(name, truncated, limits)
      // A form sent with no file chosen has one part with neither name nor content.
      if (bytes.length === 0 && part.filename === '') continue
      total += bytes.length
      sources.push({ kind: 'upload', name, bytes })
    }
  } catch (error) {
    throw toUploadError(error, limits)
  }
  if (sources.length === 0) throw new CodedError('no_files', '没有收到文件。请至少选一个文件再上传。')
  return sources
}

async function readPart(file: AsyncIterable<Buffer>, room: number): Promise<{ bytes: Uint8Array; truncated: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of file) {
    length += chunk.length
    if (length > room) return { bytes: new Uint8Array(0), truncated: true }
    chunks.push(chunk)
  }
  // A copy of its own memory, so that it can be handed to a worker.
  return { bytes: new Uint8Array(Buffer.concat(chunks)), truncated: false }
}

const MAX_NAME_CHARS = 200

/** A file's name without folders and without characters that hide or reorder others; never used as a path. */
export function uploadName(given: string | undefined): string {
  const base = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const visible = base.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim()
  const characters = [...(/^\.*$/.test(visible) ? '' : visible)]
  if (characters.length <= MAX_NAME_CHARS) return characters.join('') || '未命名'
  const extension = /\.[0-9A-Za-z]{1,8}$/.exec(visible)?.[0] ?? ''
  return characters.slice(0, MAX_NAME_CHARS - extension.length).join('') + extension
}

function toUploadError(error: unknown, limits: UploadLimits): unknown {
  if (error instanceof CodedError || !(error instanceof Error)) return error
  const code = 'code' in error ? error.code : undefined
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT') return tooManyFiles(limits)
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return new CodedError('unsupported_media_type', '上传文件请用 multipart/form-data 格式。')
  return new CodedError('malformed_upload', '上传的数据不完整或格式不对，没有收下。请检查网络后重新上传。', {}, { cause: error })
}

function tooManyFiles({ maxFiles }: UploadLimits): CodedError {
  return new CodedError('too_many_files', `一次最多上传 ${maxFiles} 个文件，这次没有收下。请分几次上传。`, { maxFiles })
}

function tooLarge(file: string, total: boolean, { maxFileBytes, maxTotalBytes }: UploadLimits): CodedError {
  const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024)
  return total
    ? new CodedError('upload_too_large', `这次上传的文件合起来超过 ${megabytes(maxTotalBytes)} MB，没有收下。请分几次上传。`, { maxTotalBytes })
    : new CodedError('document_too_large', `文件“${file}”超过 ${megabytes(maxFileBytes)} MB，没有收下。请拆成几个文件，或另存为纯文本后上传。`, {
        file,
        maxFileBytes,
      })
}
