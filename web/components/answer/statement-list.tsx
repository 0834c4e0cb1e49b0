import type { StatementProgress } from '../../../server/contract/events.ts'
import { MarkdownView } from './markdown-view.tsx'
import { WithdrawnWords } from './withdrawn-words.tsx'

/** A model's statements as they are written: each in a muted tone until it has been checked against the originals. */
export function StatementList({ statements }: { readonly statements: readonly StatementProgress[] }) {
  if (statements.length === 0) return null
  return (
    <ol class="statements" aria-label="逐句核对">
      {statements.map((statement) => (
        <StatementItem key={statement.index} statement={statement} />
      ))}
    </ol>
  )
}

function StatementItem({ statement }: { readonly statement: StatementProgress }) {
  const { tone, name } = describe(statement)
  return (
    <li class={`statement statement-${tone}`}>
      {statement.text.trim() !== '' && <MarkdownView source={statement.text} />}
      <p class="statement-state">{name}</p>
      {statement.withdrawn && <WithdrawnWords withdrawn={statement.withdrawn} />}
    </li>
  )
}

function describe({ verdict, withdrawn, text }: StatementProgress): { readonly tone: string; readonly name: string } {
  if (verdict === 'checking') return { tone: 'checking', name: '核对中' }
  if (withdrawn) return { tone: 'replaced', name: text.trim() === '' ? '模型的这句话没有依据，已略去' : '模型的这句话与原文不符，已换成原文' }
  if (verdict === 'supported') return { tone: 'supported', name: '与原文相符' }
  return verdict === 'mismatch' ? { tone: 'mismatch', name: '与原文不符' } : { tone: 'unsupported', name: '没有依据' }
}
