import type { ChatAnswer, Citation } from '../../../server/contract/chat.ts'
import { formatOfficialCitation } from '../../citation/official-citation.ts'
import { parseMarkdown } from '../../markdown/parse-markdown.ts'
import { plainText } from '../../markdown/plain-text.ts'
import type { Turn } from '../../state/turn.ts'
import { AddToBrief } from '../briefs/add-to-brief.tsx'
import { CopyButton } from '../shell/copy-button.tsx'
import { AnswerTables } from './answer-tables.tsx'
import { CitationList } from './citation-list.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { FeedbackBar } from './feedback-bar.tsx'
import { MarkdownView } from './markdown-view.tsx'
import { OriginLine } from './origin-line.tsx'
import { Refusal } from './refusal.tsx'
import { FinishedSteps } from './step-list.tsx'
import { VerdictCard } from './verdict-card.tsx'
import { WithdrawnCard } from './withdrawn-card.tsx'

/** A whole answer: its text, what was found about it, its sources. */
export function FinishedAnswer({ turn, answer }: { readonly turn: Turn; readonly answer: ChatAnswer }) {
  return (
    <>
      {answer.outcome === 'abstained' ? <Refusal answer={answer} /> : <MarkdownView source={turn.text} />}
      {answer.tables && <AnswerTables tables={answer.tables} />}
      {answer.conflicts && answer.conflicts.length > 0 && <ConflictCard conflicts={answer.conflicts} />}
      {answer.outcome === 'answered' && <OriginLine answer={answer} />}
      <VerdictCard statements={answer.statements} />
      <WithdrawnCard statements={answer.statements} />
      {(answer.notes ?? []).map((note) => (
        <p key={note} class="turn-note">
          {note}
        </p>
      ))}
      <FinishedSteps steps={answer.steps ?? []} />
      <CitationList title="出处" citations={withoutNearest(answer)} numbered open />
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

/** The sources that a refusal has not already shown as the nearest sentences. */
function withoutNearest({ citations, nearest = [] }: ChatAnswer): readonly Citation[] {
  return citations.filter(
    ({ n, documentId, start }) => !nearest.some((near) => near.n === n && near.documentId === documentId && near.start === start),
  )
}
