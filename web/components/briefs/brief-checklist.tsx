import type { BriefView } from '../../../server/contract/briefs.ts'

const NAMES: Readonly<Record<BriefView['checklist'][number]['verdict'], string>> = {
  supported: '相符',
  mismatch: '与原文不符',
  unsupported: '没有依据',
}

/** 核对单: every statement beside what its source says. */
export function BriefChecklist({ brief }: { readonly brief: BriefView }) {
  const { checklist, indexFingerprint } = brief
  if (checklist.length === 0) return null
  return (
    <details class="citations">
      <summary>
        核对单
        <span class="count">{checklist.length}</span>
      </summary>
      <div class="table-scroll checklist">
        <table aria-label="核对单">
          <thead>
            <tr>
              <th scope="col">论断</th>
              <th scope="col">原文</th>
              <th scope="col">出处</th>
              <th scope="col">核验</th>
            </tr>
          </thead>
          <tbody>
            {checklist.map((row, index) => (
              <tr key={index}>
                <td>{row.statement}</td>
                <td>{row.quote === '' ? <span class="muted">—</span> : row.quote}</td>
                <td>{row.source}</td>
                <td>
                  <span class={`verdict verdict-${row.verdict}`}>{NAMES[row.verdict]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="fingerprint muted">编写时的索引指纹：{indexFingerprint}</p>
    </details>
  )
}
