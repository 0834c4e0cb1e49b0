import type { Conflict } from '../../../server/contract/chat.ts'
import { Marks } from './marks.tsx'

/** Sources that disagree, put side by side; nothing is chosen for the reader. */
export function ConflictCard({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  return (
    <section class="card card-warning" aria-label="出处不一致">
      <h3>出处不一致，请核对</h3>
      {conflicts.map((conflict, index) => (
        <div key={index} class="conflict">
          <p class="conflict-name">
            {[conflict.place, conflict.year === null ? null : `${conflict.year}年`, conflict.indicator].filter((part) => part !== null).join(' · ')}
          </p>
          <ul class="conflict-values">
            {conflict.values.map((value, position) => (
              <li key={position} class="conflict-value">
                <strong>{value.text}</strong>
                <Marks numbers={value.citations} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
