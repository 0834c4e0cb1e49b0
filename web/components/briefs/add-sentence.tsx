import { useEffect, useState } from 'preact/hooks'
import type { BriefPatch, BriefView } from '../../../server/contract/briefs.ts'
import type { Citation } from '../../../server/contract/chat.ts'
import type { SearchResult } from '../../../server/contract/search.ts'
import { type ApiFailure, toFailure } from '../../api/api-failure.ts'
import { formatOfficialCitation } from '../../citation/official-citation.ts'
import { useServices } from '../../services.ts'
import { addSentence } from '../../state/brief-edit.ts'
import { Icon } from '../shell/icon.tsx'
import { lookUpAfterTyping } from '../shell/look-up-after-typing.ts'
import { Modal } from '../shell/modal.tsx'
import { SearchField } from '../shell/search-field.tsx'
import { EmptyState, ErrorState } from '../shell/state-block.tsx'

const MOST_SHOWN = 20

interface AddSentenceProps {
  readonly brief: BriefView
  readonly section: number
  readonly busy: boolean
  readonly onEdit: (patch: BriefPatch) => Promise<boolean>
}

/** Finds a sentence of the library and puts it into a section with its source. */
export function AddSentence({ brief, section, busy, onEdit }: AddSentenceProps) {
  const [open, setOpen] = useState(false)
  const heading = brief.sections[section]?.heading ?? ''
  return (
    <>
      <button type="button" class="text-button add-sentence" aria-label={`从文库加一句：${heading}`} disabled={busy} onClick={() => setOpen(true)}>
        <Icon name="plus" />
        从文库加一句
      </button>
      {open && (
        <Modal title={`从文库加一句到“${heading}”`} onClose={() => setOpen(false)}>
          <SentenceSearch
            brief={brief}
            busy={busy}
            onPick={async (citation) => {
              if (await onEdit(addSentence(brief, section, citation))) setOpen(false)
            }}
          />
        </Modal>
      )}
    </>
  )
}

interface SentenceSearchProps {
  readonly brief: BriefView
  readonly busy: boolean
  readonly onPick: (citation: Citation) => Promise<void>
}

function SentenceSearch({ brief, busy, onPick }: SentenceSearchProps) {
  const { api } = useServices()
  const [query, setQuery] = useState('')
  const [result, setResult] = useState<SearchResult | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const q = query.trim()
    if (q === '') {
      setResult(null)
      return
    }
    return lookUpAfterTyping(
      () => api.search({ q, limit: MOST_SHOWN }),
      (found) => {
        setResult(found)
        setFailure(null)
      },
      (error) => setFailure(toFailure(error)),
    )
  }, [query, attempt, api])
  return (
    <div class="stack sentence-search">
      <SearchField label="在文库里找句子" placeholder="例如：2024年 新增就业" maxLength={400} value={query} isFirst onInput={setQuery} />
      {failure && <ErrorState title="没有找成" failure={failure} onRetry={() => setAttempt((count) => count + 1)} />}
      {!failure && result === null && <p class="muted">写下年份、地区和要找的事，句子连同出处一起加入，加入后立即核验。</p>}
      {!failure && result?.items.length === 0 && <EmptyState title="文库里没有找到这样的句子。换个说法，或去掉年份、地区再试。" />}
      <ul class="stack sentence-hits" aria-label="找到的句子">
        {(failure ? [] : (result?.items ?? [])).map((item) => (
          <SentenceHit
            key={`${item.documentId}-${item.start}`}
            item={item}
            isCited={isCited(brief, item)}
            busy={busy}
            onPick={() => void onPick(item)}
          />
        ))}
      </ul>
    </div>
  )
}

function isCited(brief: BriefView, { documentId, start, end }: Citation): boolean {
  return brief.citations.some((citation) => citation.documentId === documentId && citation.start < end && start < citation.end)
}

interface SentenceHitProps {
  readonly item: Citation
  readonly isCited: boolean
  readonly busy: boolean
  readonly onPick: () => void
}

function SentenceHit({ item, isCited: cited, busy, onPick }: SentenceHitProps) {
  const about = [item.year === null ? '' : `${item.year}年`, item.place ?? ''].filter((part) => part !== '').join(' ')
  return (
    <li class="sentence-hit">
      <p>{item.quote}</p>
      <p class="muted sentence-source">
        {formatOfficialCitation(item)}
        {about !== '' && <span>{about}</span>}
        {cited && <span>简报里已引用</span>}
      </p>
      <button type="button" class="button" disabled={busy} aria-label={`加入：${item.quote.slice(0, 12)}`} onClick={onPick}>
        加入
      </button>
    </li>
  )
}
