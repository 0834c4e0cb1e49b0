import { useState } from 'preact/hooks'
import type { BriefView } from '../../../server/contract/briefs.ts'
import type { ChatAnswer } from '../../../server/contract/chat.ts'
import { toFailure } from '../../api/api-failure.ts'
import { useServices } from '../../services.ts'
import { takeAnswer } from '../../state/brief-edit.ts'
import { useResource } from '../../state/use-resource.ts'
import { FieldProblem } from '../shell/field-problem.tsx'
import { Icon } from '../shell/icon.tsx'
import { Link } from '../shell/link.tsx'
import { Modal } from '../shell/modal.tsx'
import { ErrorState, Skeleton } from '../shell/state-block.tsx'

const MOST_LISTED = 200
const MAX_HEADING_CHARS = 60

/** Takes the cited statements of an answer over into a kept brief, where they are verified again. */
export function AddToBrief({ answer }: { readonly answer: ChatAnswer }) {
  const [open, setOpen] = useState(false)
  if (!answer.statements.some(({ citations }) => citations.length > 0)) return null
  return (
    <>
      <button type="button" class="text-button" onClick={() => setOpen(true)}>
        <Icon name="document" />
        加入简报
      </button>
      {open && (
        <Modal title="把回答加入简报" onClose={() => setOpen(false)}>
          <BriefChoice answer={answer} />
        </Modal>
      )}
    </>
  )
}

function BriefChoice({ answer }: { readonly answer: ChatAnswer }) {
  const { api } = useServices()
  const [chosen, setChosen] = useState('')
  const { resource, reload } = useResource('', () => api.listBriefs({ limit: MOST_LISTED }))
  if (resource.status === 'loading') return <Skeleton lines={3} label="正在取简报" />
  if (resource.status === 'failed') return <ErrorState title="取不到简报列表" failure={resource.failure} onRetry={reload} />
  const { items } = resource.value
  const [newest] = items
  if (!newest) {
    return (
      <p>
        还没有简报。请先到<Link to={{ page: 'briefs' }}>简报</Link>写一份，再把回答加进去。
      </p>
    )
  }
  const id = chosen === '' ? newest.briefId : chosen
  return (
    <>
      <label class="field">
        <span>简报</span>
        <select value={id} onChange={(event) => setChosen(event.currentTarget.value)}>
          {items.map(({ briefId, title }) => (
            <option key={briefId} value={briefId}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <SectionChoice key={id} id={id} answer={answer} />
    </>
  )
}

function SectionChoice({ id, answer }: { readonly id: string; readonly answer: ChatAnswer }) {
  const { api } = useServices()
  const { resource, reload } = useResource(id, () => api.getBrief(id))
  if (resource.status === 'loading') return <Skeleton lines={2} label="正在打开简报" />
  if (resource.status === 'failed') return <ErrorState title="打不开这份简报" failure={resource.failure} onRetry={reload} />
  return <AddForm brief={resource.value} answer={answer} />
}

function AddForm({ brief, answer }: { readonly brief: BriefView; readonly answer: ChatAnswer }) {
  const { api, router, notices } = useServices()
  const [section, setSection] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const heading = answer.understood.question.replace(/[?？。\s]+$/, '').slice(0, MAX_HEADING_CHARS)
  async function add(event: Event) {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      await api.patchBrief(brief.briefId, takeAnswer(brief, answer, section === '' ? heading : Number(section)))
      notices.show('done', `已加入“${brief.title}”`)
      router.go({ page: 'brief', id: brief.briefId })
    } catch (error) {
      setProblem(toFailure(error).message)
      setBusy(false)
    }
  }
  return (
    <form class="brief-composer" onSubmit={(event) => void add(event)}>
      <label class="field">
        <span>放在</span>
        <select value={section} onChange={(event) => setSection(event.currentTarget.value)}>
          <option value="">新的一节：{heading}</option>
          {brief.sections.map((item, index) => (
            <option key={index} value={String(index)}>
              {item.heading}
            </option>
          ))}
        </select>
      </label>
      <p class="muted ledger-note">只加入有出处的句子；加入后会对照原文再核验一遍。</p>
      <FieldProblem text={problem} />
      <div class="modal-actions">
        <button type="submit" class="button button-primary" disabled={busy}>
          {busy ? '正在加入……' : '加入'}
        </button>
      </div>
    </form>
  )
}
