import { useMemo } from 'preact/hooks'
import type { ChatFilters } from '../../../server/contract/chat.ts'
import { formatOfficialCitation } from '../../citation/official-citation.ts'
import { parseMarkdown } from '../../markdown/parse-markdown.ts'
import { plainText } from '../../markdown/plain-text.ts'
import { isRunning, type Turn } from '../../state/turn.ts'
import { AddToBrief } from '../briefs/add-to-brief.tsx'
import { CopyButton } from '../shell/copy-button.tsx'
import { ErrorState, Skeleton } from '../shell/state-block.tsx'
import { AnswerTables } from './answer-tables.tsx'
import { type CitationActions, CitationActionsContext } from './citation-actions.ts'
import { CitationList } from './citation-list.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { FeedbackBar } from './feedback-bar.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { Refusal } from './refusal.tsx'
import { Suggestions } from './suggestions.tsx'
import { UnderstoodChips } from './understood-chips.tsx'
import { VerdictCard } from './verdict-card.tsx'

interface TurnViewProps {
  readonly turn: Turn
  /** The newest turn offers suggestions; older ones would only be in the way. */
  readonly newest: boolean
  readonly actions: Omit<CitationActions, 'find' | 'isStale' | 'open'> & { readonly open: (turn: Turn, citation: Turn['citations'][number]) => void }
  readonly onAsk: (question: string, filters: ChatFilters | null) => void
  readonly onRewrite: (question: string) => void
}

/** One question with its answer. */
export function TurnView({ turn, newest, actions, onAsk, onRewrite }: TurnViewProps) {
  const citationActions = useMemo(
    (): CitationActions => ({
      find: (n) => turn.citations.find((citation) => citation.n === n) ?? turn.answer?.nearest?.find((citation) => citation.n === n),
      isStale: (citation) => turn.stale.includes(citation.documentId),
      open: (citation) => actions.open(turn, citation),
      preview: actions.preview,
      endPreview: actions.endPreview,
    }),
    [turn, actions],
  )
  return (
    <CitationActionsContext.Provider value={citationActions}>
      <article class="turn" aria-label={`问：${turn.question}`} aria-busy={isRunning(turn)}>
        <h2 class="question">{turn.question}</h2>
        <FilterNote filters={turn.filters} />
        {turn.understood && (
          <UnderstoodChips
            understood={turn.understood}
            question={turn.question}
            onChange={(filters) => onAsk(turn.understood?.question ?? turn.question, filters)}
            onRewrite={onRewrite}
          />
        )}
        <TurnBody turn={turn} onAsk={onAsk} />
        {turn.answer && newest && (
          <Suggestions title="可以接着问" questions={turn.answer.suggestions ?? []} onAsk={(question) => onAsk(question, null)} />
        )}
      </article>
    </CitationActionsContext.Provider>
  )
}

function FilterNote({ filters }: { readonly filters: ChatFilters | null }) {
  if (!filters) return null
  const parts = [...(filters.years ?? []).map((year) => `${year}年`), ...(filters.places ?? [])]
  return <p class="filter-note">{parts.length > 0 ? `限定范围：${parts.join('、')}` : '不限定年份和地区'}</p>
}

function TurnBody({ turn, onAsk }: { readonly turn: Turn; readonly onAsk: TurnViewProps['onAsk'] }) {
  if (turn.status === 'failed' && turn.failure) {
    return <ErrorState title="这个问题没有得到回答" failure={turn.failure} onRetry={() => onAsk(turn.question, turn.filters)} />
  }
  if (turn.status === 'asking') return <Skeleton lines={3} label="正在查找依据" />
  const { answer } = turn
  if (!answer) {
    return (
      <>
        <MarkdownView source={turn.text} />
        {turn.status === 'reconnecting' && <p class="turn-note">连接断开，正在接着取回答……</p>}
        {turn.status === 'stopped' && <p class="turn-note">已停止，回答不完整。</p>}
      </>
    )
  }
  return (
    <>
      {answer.outcome === 'abstained' ? <Refusal answer={answer} /> : <MarkdownView source={turn.text} />}
      {answer.tables && <AnswerTables tables={answer.tables} />}
      {answer.conflicts && answer.conflicts.length > 0 && <ConflictCard conflicts={answer.conflicts} />}
      <VerdictCard statements={answer.statements} />
      {(answer.notes ?? []).map((note) => (
        <p key={note} class="turn-note">
          {note}
        </p>
      ))}
      <CitationList title="出处" citations={answer.citations} numbered open />
      <div class="turn-actions">
        <CopyButton text={() => answerForClipboard(turn)} label="复制回答" done="已复制回答和出处" />
        {answer.outcome === 'answered' && <AddToBrief answer={answer} />}
        <FeedbackBar turn={turn} />
      </div>
    </>
  )
}

/** The answer's words, then its sources as officials write them. */
function answerForClipboard({ text, citations }: Turn): string {
  const sources = citations.map((citation) => `[${citation.n}] ${formatOfficialCitation(citation)}`)
  return [plainText(parseMarkdown(text)), ...(sources.length > 0 ? [`出处：\n${sources.join('\n')}`] : [])].join('\n\n')
}
