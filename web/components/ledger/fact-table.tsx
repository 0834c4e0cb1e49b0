import type { FactView } from '../../../server/contract/indicators.ts'
import { bookTitle } from '../../citation/official-citation.ts'
import { citeFact } from '../../ledger/fact-citation.ts'
import { attributeName, figureText, kindName } from '../../ledger/fact-words.ts'
import { WHOLE_LEDGER } from '../../router/route.ts'
import { Link } from '../shell/link.tsx'
import { useOpenSource } from './use-open-source.ts'

/** Figures one a row; pressing a figure opens its sentence, pressing a name shows the indicator over years and places. */
export function FactTable({ facts }: { readonly facts: readonly FactView[] }) {
  const open = useOpenSource()
  return (
    <div class="table-scroll">
      <table class="fact-table" aria-label="指标台账">
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">数值</th>
            <th scope="col">年份</th>
            <th scope="col">地区</th>
            <th scope="col">类别</th>
            <th scope="col" class="wide-only">
              文件
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={`${fact.documentId} ${fact.figureStart} ${fact.indicator}`}>
              <th scope="row">
                <Link to={{ page: 'indicators', filters: { ...WHOLE_LEDGER, name: fact.indicator } }}>{fact.indicator}</Link>
              </th>
              <td>
                <button
                  type="button"
                  class="figure"
                  title={`${attributeName(fact.attribute)}，点开看原文：${fact.quote}`}
                  aria-label={`${fact.indicator} ${figureText(fact)}，打开原文`}
                  onClick={() => open(citeFact(fact))}
                >
                  {figureText(fact)}
                </button>
              </td>
              <td>{fact.year === null ? <span class="muted">—</span> : fact.year}</td>
              <td>{fact.place ?? <span class="muted">—</span>}</td>
              <td>
                <span class={fact.kind === null ? 'muted' : `kind-${fact.kind}`}>{kindName(fact.kind)}</span>
              </td>
              <td class="wide-only muted" title={fact.title}>
                {bookTitle(fact.title)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
