import type { StatementProgress } from '../../../server/contract/events.ts'
import { MarkdownView } from './markdown-view.tsx'
import { WithdrawnWords } from './withdrawn-words.tsx'

/** A model's statements as they are written: each in a muted tone until it has been checked against the originals. */
export function StatementList({ statements }: { readonly statements: readonly StatementProgress[] }) {
  if (statements.length === 0) return null
  return (
    <ol class="stack statements" aria-label="逐句核对">
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
      {statement.text !== '' && <MarkdownView source={statement.text} />}
      <p class="statement-state">{name}</p>
      {statement.withdrawn && <WithdrawnWords withdrawn={statement.withdrawn} />}
    </li>
  )
}

function describe(statement: StatementProgress): { readonly tone: string; readonly name: string } {
  const { verdict, withdrawn } = statement
  switch (verdict) {
    case 'checking':
      return { tone: 'checking', name: '核对中' }
    case 'supported':
      return withdrawn ? { tone: 'replaced', name: '模型的这句话与原文不符，已换成原文' } : { tone: 'supported', name: '与原文相符' }
    case 'mismatch':
      return { tone: 'mismatch', name: withdrawn ? '模型的这句话与原文不符，已略去' : '与原文不符' }
    case 'unsupported':
      return { tone: 'unsupported', name: withdrawn ? '模型的这句话没有依据，已略去' : '没有依据' }
  }
}
