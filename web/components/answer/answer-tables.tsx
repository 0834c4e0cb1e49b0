import type { Table } from '../../../server/contract/chat.ts'
import { Marks } from './marks.tsx'

/** Cells up to this length stay on one line with their marks. */
const SHORT_CELL_CHARS = 12
/** Names of rows up to this length, such as a year, take no more room than they need. */
const SHORT_NAME_CHARS = 6

/** The tables of an answer; the first column names the row. */
export function AnswerTables({ tables }: { readonly tables: readonly Table[] }) {
  return (
    <>
      {tables.map((table, index) => (
        <figure key={index} class="answer-table">
          <figcaption>{table.caption}</figcaption>
          <div class="table-scroll">
            <table>
              <thead>
                <tr>
                  {table.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, rowIndex) => (
                  <tr key={rowIndex}>
                    {row.map((cell, column) =>
                      column === 0 ? (
                        <th key={column} scope="row" class={cell.text.length <= SHORT_NAME_CHARS ? 'short-cell' : undefined}>
                          {cell.text}
                          <Marks numbers={cell.citations} />
                        </th>
                      ) : (
                        <td key={column} class={cell.text.length <= SHORT_CELL_CHARS ? 'short-cell' : undefined}>
                          {cell.text === '' ? <span class="muted">—</span> : cell.text}
                          <Marks numbers={cell.citations} />
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </figure>
      ))}
    </>
  )
}
