import { useMemo } from 'preact/hooks'
import type { BriefPatch, BriefView } from '../../../server/contract/briefs.ts'
import { bookTitle } from '../../citation/official-citation.ts'
import { useServices } from '../../services.ts'
import { AnswerTables } from '../answer/answer-tables.tsx'
import { type CitationActions, CitationActionsContext } from '../answer/citation-actions.ts'
import { CitationList } from '../answer/citation-list.tsx'
import { ConflictCard } from '../answer/conflict-card.tsx'
import { usePopover } from '../answer/use-popover.tsx'
import { BriefActions } from './brief-actions.tsx'
import { BriefChecklist } from './brief-checklist.tsx'
import { BriefSections } from './brief-sections.tsx'
import { EditableHeading } from './editable-heading.tsx'

interface BriefDocumentProps {
  readonly brief: BriefView
  readonly busy: boolean
  readonly onEdit: (patch: BriefPatch) => Promise<boolean>
  readonly onRestored: (brief: BriefView) => void
}

/** A brief as it will be exported, each sentence open to change. */
export function BriefDocument({ brief, busy, onEdit, onRestored }: BriefDocumentProps) {
  const { source } = useServices()
  const { popover, preview, endPreview, hide } = usePopover()
  const actions = useMemo(
    (): CitationActions => ({
      find: (n) => brief.citations.find((citation) => citation.n === n),
      isStale: ({ documentId }) => brief.stale.includes(documentId),
      open(citation) {
        hide()
        source.open({ citation, stale: brief.stale.includes(citation.documentId), byReader: true })
      },
      preview,
      endPreview,
    }),
    [brief, source, preview, endPreview, hide],
  )
  return (
    <CitationActionsContext.Provider value={actions}>
      <article class="stack brief" aria-label={brief.title} aria-busy={busy}>
        <BriefActions brief={brief} onRestored={onRestored} />
        <EditableHeading level={1} text={brief.title} label="标题" maxLength={200} onSave={(title) => onEdit({ title })} />
        <BriefScope brief={brief} />
        <BriefVerdict brief={brief} />
        <StaleNote brief={brief} />
        <BriefSections brief={brief} busy={busy} onEdit={onEdit} />
        <AnswerTables tables={brief.tables} />
        {brief.conflicts.length > 0 && <ConflictCard conflicts={brief.conflicts} />}
        <BriefGaps gaps={brief.gaps} />
        <CitationList title="出处" citations={brief.citations} numbered open={false} />
        <BriefChecklist brief={brief} />
      </article>
      {popover}
    </CitationActionsContext.Provider>
  )
}

/** Which cited files went or changed since. */
function StaleNote({ brief: { stale, citations } }: { readonly brief: BriefView }) {
  if (stale.length === 0) return null
  const titles = [...new Set(citations.filter(({ documentId }) => stale.includes(documentId)).map(({ title }) => bookTitle(title)))]
  return (
    <p class="stale-note" role="status">
      有 {stale.length} 份被引用的文件已修改或不在库中，引文保留编写时的样子：{titles.join('、')}
    </p>
  )
}

/** How the request was read. */
function BriefScope({ brief: { request, understood } }: { readonly brief: BriefView }) {
  const { topics, years, places, audience } = understood
  return (
    <div class="stack understood">
      <p class="understood-question">要求：{request}</p>
      <ul class="chips" aria-label="对要求的理解">
        {[...topics, ...years.map((year) => `${year}年`), ...places, ...(audience === undefined ? [] : [`读者：${audience}`])].map((text, index) => (
          <li key={`${index} ${text}`} class="chip chip-fixed" title={text}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

function BriefVerdict({ brief }: { readonly brief: BriefView }) {
  const statements = brief.sections.flatMap(({ statements: all }) => all)
  const doubtful = statements.filter(({ verdict }) => verdict !== 'supported').length
  const chars = statements.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <p class={doubtful === 0 ? 'verified' : 'unverified'} role="status">
      {doubtful === 0 ? `已逐句核对：${statements.length} 条论断与原文一致` : `${statements.length} 条论断中有 ${doubtful} 条没有通过核验`}
      {`，约 ${chars.toLocaleString('zh-CN')} 字${brief.version > 1 ? `，第 ${brief.version} 版` : ''}`}
    </p>
  )
}

function BriefGaps({ gaps }: { readonly gaps: readonly string[] }) {
  if (gaps.length === 0) return null
  return (
    <section class="card gaps" aria-label="缺口说明">
      <h3>库中没有的</h3>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </section>
  )
}
