import type { Statement } from '../../../server/contract/chat.ts'
import { Marks } from './marks.tsx'
import { WithdrawnWords } from './withdrawn-words.tsx'

/** The statements of a whole answer in which the original's sentence stands for what a model had written. */
export function WithdrawnCard({ statements }: { readonly statements: readonly Statement[] }) {
  const replaced = statements.flatMap(({ withdrawn, ...statement }) => (withdrawn ? [{ ...statement, withdrawn }] : []))
  if (replaced.length === 0) return null
  return (
    <section class="card card-warning" aria-label="换成原文的句子">
      <h3>模型有 {replaced.length} 句话与原文不符，已换成原文</h3>
      <ul class="doubtful">
        {replaced.map((statement, index) => (
          <li key={index}>
            <p>
              <span class="replaced-by">换成原文</span>
              {statement.text}
              <Marks numbers={statement.citations} />
            </p>
            <WithdrawnWords withdrawn={statement.withdrawn} />
          </li>
        ))}
      </ul>
    </section>
  )
}
