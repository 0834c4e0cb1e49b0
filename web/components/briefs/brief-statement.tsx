import { useState } from 'preact/hooks'
import type { Statement } from '../../../server/contract/chat.ts'
import { Marks } from '../answer/marks.tsx'
import { Icon } from '../shell/icon.tsx'
import { StatementEditor } from './statement-editor.tsx'

/** What can be done with one statement; each resolves when the server has kept and verified it. */
export interface StatementActions {
  rewrite(text: string): Promise<boolean>
  remove(): void
  moveUp: (() => void) | null
  moveDown: (() => void) | null
}

const NAMES: Readonly<Record<Statement['verdict'], string>> = { supported: '相符', mismatch: '与原文不符', unsupported: '没有依据' }

interface BriefStatementProps {
  readonly statement: Statement
  readonly actions: StatementActions
  readonly busy: boolean
}

/** One sentence of a brief with its sources and its verdict. */
export function BriefStatement({ statement, actions, busy }: BriefStatementProps) {
  const [editing, setEditing] = useState(false)
  const { text, citations, verdict, problems = [] } = statement
  const name = text.slice(0, 12)
  if (editing) {
    return (
      <li class="brief-statement">
        <StatementEditor
          text={text}
          onCancel={() => setEditing(false)}
          onSave={async (edited) => {
            if (edited === text || (await actions.rewrite(edited))) setEditing(false)
          }}
        />
      </li>
    )
  }
  return (
    <li class={`brief-statement brief-${verdict}`} aria-label={`论断：${name}`}>
      <p class="brief-text">
        {text}
        <Marks numbers={citations} />
      </p>
      {verdict !== 'supported' && (
        <p class="brief-verdict">
          <span class={`verdict verdict-${verdict}`}>{NAMES[verdict]}</span>
          {problems.map((problem, index) => (
            <span key={index} class="problem">
              {problem.message}
            </span>
          ))}
        </p>
      )}
      <span class="statement-actions">
        <IconAction label={`修改：${name}`} title="修改" icon="edit" disabled={busy} onClick={() => setEditing(true)} />
        <IconAction label={`上移：${name}`} title="上移" icon="moveUp" disabled={busy || !actions.moveUp} onClick={() => actions.moveUp?.()} />
        <IconAction label={`下移：${name}`} title="下移" icon="moveDown" disabled={busy || !actions.moveDown} onClick={() => actions.moveDown?.()} />
        <IconAction label={`删除：${name}`} title="删除" icon="trash" disabled={busy} onClick={actions.remove} />
      </span>
    </li>
  )
}

interface IconActionProps {
  readonly label: string
  readonly title: string
  readonly icon: 'edit' | 'moveUp' | 'moveDown' | 'trash'
  readonly disabled: boolean
  readonly onClick: () => void
}

function IconAction({ label, title, icon, disabled, onClick }: IconActionProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={title} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}
