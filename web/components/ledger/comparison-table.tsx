import type { IndicatorComparison } from '../../../server/contract/indicators.ts'
import { groupColumns } from '../../ledger/split-columns.ts'
import { Marks } from '../answer/marks.tsx'
import { useOpenSource } from './use-open-source.ts'

/** Years × places, target beside result. Every figure opens its sentence; where several sentences give one cell, their marks follow. */
export function ComparisonTable({ comparison }: { readonly comparison: IndicatorComparison }) {
  const { table } = comparison
  return (
    <div class="table-scroll">
      <table class="comparison-table" aria-label={`${table.caption}：年份与地区对照`}>
        <ComparisonHead columns={table.columns} />
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell.text}
                  </th>
                ) : (
                  <td key={column}>
                    <Cell
                      comparison={comparison}
                      text={cell.text}
                      citations={cell.citations}
                      name={`${row[0]?.text ?? ''}${table.columns[column] ?? ''}`}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ComparisonHead({ columns: [first = '', ...columns] }: { readonly columns: readonly string[] }) {
  const groups = groupColumns(columns)
  if (!groups) {
    return (
      <thead>
        <tr>
          {[first, ...columns].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
    )
  }
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {first}
        </th>
        {groups.map(({ place, kinds }) => (
          <th key={place} scope="colgroup" colSpan={kinds.length} class="place-head">
            {place === '' ? '未注明地区' : place}
          </th>
        ))}
      </tr>
      <tr>
        {groups.flatMap(({ place, kinds }) =>
          kinds.map((kind, index) => (
            <th key={`${place}${kind}`} scope="col" class={index === 0 ? 'place-first' : undefined}>
              {kind}
            </th>
          )),
        )}
      </tr>
    </thead>
  )
}

interface CellProps {
  readonly comparison: IndicatorComparison
  readonly text: string
  readonly citations: readonly number[]
  readonly name: string
}

function Cell({ comparison, text, citations, name }: CellProps) {
  const open = useOpenSource()
  const citation = comparison.citations.find(({ n }) => n === citations[0])
  if (text === '') return <span class="muted">—</span>
  if (!citation) return text
  return (
    <>
      <button
        type="button"
        class="figure"
        aria-label={`${name} ${text}，打开原文`}
        title={`点开看原文：${citation.quote}`}
        onClick={() => open(citation)}
      >
        {text}
      </button>
      {citations.length > 1 && <Marks numbers={citations} />}
    </>
  )
}
