import { useMemo } from 'preact/hooks'
import type { ChatFilters } from '../../../server/contract/chat.ts'
import { isRunning, type Turn } from '../../state/turn.ts'
import { ErrorState } from '../shell/state-block.tsx'
import { type CitationActions, CitationActionsContext } from './citation-actions.ts'
import { FinishedAnswer } from './finished-answer.tsx'
import { RunningAnswer } from './running-answer.tsx'
import { Suggestions } from './suggestions.tsx'
import { UnderstoodChips } from './understood-chips.tsx'

export interface TurnViewProps {
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
      <article class="stack turn" aria-label={`问：${turn.question}`} aria-busy={isRunning(turn)}>
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
  if (turn.answer) return <FinishedAnswer turn={turn} answer={turn.answer} />
  return (
    <>
      <RunningAnswer turn={turn} />
      {turn.status === 'failed' && turn.failure && (
        <ErrorState title="这个问题没有得到回答" failure={turn.failure} onRetry={() => onAsk(turn.question, turn.filters)} />
      )}
    </>
  )
}
