import type { Statement } from '../../../server/contract/chat.ts'
import { Marks } from './marks.tsx'

const NAMES: Readonly<Record<Statement['verdict'], string>> = { supported: '相符', mismatch: '与原文不符', unsupported: '没有依据' }

/** The statements that their sources do not bear out, with what is wrong. */
export function VerdictCard({ statements }: { readonly statements: readonly Statement[] }) {
  const doubtful = statements.filter(({ verdict }) => verdict !== 'supported')
  if (doubtful.length === 0) return null
  return (
    <section class="card card-warning" aria-label="核验提示">
      <h3>
        {doubtful.length} 条论断没有通过核验（共 {statements.length} 条）
      </h3>
      <ul class="doubtful">
        {doubtful.map((statement, index) => (
          <li key={index}>
            <span class={`verdict verdict-${statement.verdict}`}>{NAMES[statement.verdict]}</span>
            <span>{statement.text}</span>
            <Marks numbers={statement.citations} />
            {(statement.problems ?? []).map((problem, position) => (
              <span key={position} class="problem">
                {problem.message}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
