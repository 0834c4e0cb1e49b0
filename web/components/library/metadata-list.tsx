import type { DocumentDetail } from '../../../server/contract/documents.ts'
import { formatBytes } from './document-table.tsx'

const FIELDS = [
  ['kind', '类型'],
  ['year', '年份'],
  ['place', '地区'],
  ['number', '文号'],
  ['issuer', '发布机关'],
  ['date', '日期'],
  ['speaker', '报告人'],
  ['meeting', '会议'],
] as const

const SOURCES: Readonly<Record<string, string>> = { inferred: '推断', 'file-name': '据文件名', sidecar: '据附带说明', user: '人工修改' }

/** What is known about the document, and how: what was inferred says so and why. */
export function MetadataList({ detail }: { readonly detail: DocumentDetail }) {
  return (
    <dl class="metadata">
      {FIELDS.map(([field, name]) => (
        <div key={field}>
          <dt>{name}</dt>
          <dd>
            {detail[field] === null ? <span class="muted">未注明</span> : detail[field]}
            <Origin origin={detail.origins[field]} />
          </dd>
        </div>
      ))}
      <div>
        <dt>文件</dt>
        <dd class="break-all">{detail.file}</dd>
      </div>
      <div>
        <dt>大小</dt>
        <dd>
          {formatBytes(detail.byteLength)}，{detail.sentenceCount.toLocaleString('zh-CN')} 句
        </dd>
      </div>
      <div>
        <dt>入库</dt>
        <dd>{new Date(detail.ingestedAt).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })}</dd>
      </div>
      <div>
        <dt>SHA-256</dt>
        <dd class="digest" title={detail.sha256}>
          {detail.sha256}
        </dd>
      </div>
    </dl>
  )
}

function Origin({ origin }: { readonly origin: DocumentDetail['origins'][string] | undefined }) {
  const name = origin && SOURCES[origin.source]
  if (!origin || name === undefined) return null
  return (
    <>
      <span class={`tag origin-${origin.source}`}>{name}</span>
      {origin.reason !== undefined && <span class="origin-reason">{origin.reason}</span>}
    </>
  )
}
