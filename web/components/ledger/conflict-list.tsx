import type { FactView, IndicatorConflict } from '../../../server/contract/indicators.ts'
import { bookTitle } from '../../citation/official-citation.ts'
import { citeFact } from '../../ledger/fact-citation.ts'
import { attributeName, factHeading, figureText } from '../../ledger/fact-words.ts'
import { useOpenSource } from './use-open-source.ts'

/** Values that cannot all hold, each with the sentence that gives it; nothing is chosen for the reader. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly IndicatorConflict[] }) {
  return (
    <ul class="stack conflict-list" aria-label="数据不一致">
      {conflicts.map((conflict, index) => (
        <li key={index} class="card">
          <h2>
            {factHeading(conflict)}
            <span class="tag">{attributeName(conflict.attribute)}</span>
          </h2>
          <ul class="conflict-values">
            {conflict.values.map((value, position) => (
              <ConflictValue key={position} fact={value.fact} others={value.others} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function ConflictValue({ fact, others }: { readonly fact: FactView; readonly others: readonly FactView[] }) {
  const open = useOpenSource()
  return (
    <li class="conflict-value">
      <button type="button" class="figure conflict-figure" aria-label={`${figureText(fact)}，打开原文`} onClick={() => open(citeFact(fact))}>
        {figureText(fact)}
      </button>
      <blockquote class="citation-quote">{fact.quote}</blockquote>
      <p class="muted break-all">
        {bookTitle(fact.title)}
        {`（${fact.file}）`}
      </p>
      {others.length > 0 && (
        <p class="duplicates">
          <span>同样见于</span>
          {others.map((other) => (
            <button
              key={`${other.documentId}-${other.figureStart}`}
              type="button"
              class="text-button"
              title={other.quote}
              onClick={() => open(citeFact(other))}
            >
              {bookTitle(other.title)}
            </button>
          ))}
        </p>
      )}
    </li>
  )
}
