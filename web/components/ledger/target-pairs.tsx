import type { FactView, TargetPair } from '../../../server/contract/indicators.ts'
import { citeFact } from '../../ledger/fact-citation.ts'
import { attributeName, figureText, outcomeName } from '../../ledger/fact-words.ts'
import { useOpenSource } from './use-open-source.ts'

/** Each target with what became of it. */
export function TargetPairs({ pairs }: { readonly pairs: readonly TargetPair[] }) {
  if (pairs.length === 0) return null
  return (
    <section class="stack ledger-part" aria-label="目标完成情况">
      <h2>目标完成情况</h2>
      <div class="table-scroll">
        <table aria-label="目标完成情况">
          <thead>
            <tr>
              <th scope="col">年份</th>
              <th scope="col">地区</th>
              <th scope="col">口径</th>
              <th scope="col">目标</th>
              <th scope="col">实绩</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair, index) => (
              <tr key={index}>
                <th scope="row">{pair.year}年</th>
                <td>{pair.place ?? <span class="muted">—</span>}</td>
                <td>{attributeName(pair.attribute)}</td>
                <td>
                  <Figure fact={pair.target} />
                </td>
                <td>{pair.actual ? <Figure fact={pair.actual} /> : <span class="muted">—</span>}</td>
                <td>
                  <span class={`outcome-${pair.outcome}`}>{outcomeName(pair.outcome)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Figure({ fact }: { readonly fact: FactView }) {
  const open = useOpenSource()
  return (
    <button
      type="button"
      class="figure"
      title={`点开看原文：${fact.quote}`}
      aria-label={`${figureText(fact)}，打开原文`}
      onClick={() => open(citeFact(fact))}
    >
      {figureText(fact)}
    </button>
  )
}
