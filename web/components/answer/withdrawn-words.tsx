import type { Statement } from '../../../server/contract/chat.ts'

/** What a model wrote before the original's sentence took its place, and why it did; folded, since it is not true. */
export function WithdrawnWords({ withdrawn }: { readonly withdrawn: NonNullable<Statement['withdrawn']> }) {
  return (
    <details class="withdrawn">
      <summary>模型原写</summary>
      <p>
        <del>{withdrawn.text}</del>
      </p>
      {withdrawn.problems.map((problem, index) => (
        <p key={index} class="problem">
          {problem.message}
        </p>
      ))}
    </details>
  )
}
