import { useState } from 'preact/hooks'
import type { DocumentDetail } from '../../../server/contract/documents.ts'

type Repair = DocumentDetail['repairs'][number]

const NAMES: Readonly<Record<string, string>> = {
  'line-joined': '断行接合',
  'page-joined': '跨页接合',
  'furniture-dropped': '略去页眉、页码或网页边栏',
  'blank-dropped': '略去多余空白',
  'invisible-dropped': '略去不可见字符',
  'markup-dropped': '略去标记',
}
const STEP = 100
const CONTEXT_CHARS = 10

interface RepairsProps {
  /** The original text, for what stands around a repair. */
  readonly text: string
  readonly repairs: readonly Repair[]
  readonly shown: boolean
  readonly onShow: (shown: boolean) => void
  readonly onGo: (start: number) => void
}

/** What was joined or left out for searching. The original text stays as it is: the marks can be shown in it. */
export function Repairs({ text, repairs, shown, onShow, onGo }: RepairsProps) {
  const [kind, setKind] = useState('')
  const [limit, setLimit] = useState(STEP)
  if (repairs.length === 0) return <p class="muted">原文没有需要整理的地方。</p>
  const chosen = repairs.filter((repair) => kind === '' || repair.kind === kind)
  return (
    <div class="stack repairs">
      <p class="muted">检索时按整理后的文字，这里显示的始终是原文。</p>
      <label class="check">
        <input type="checkbox" checked={shown} onChange={(event) => onShow(event.currentTarget.checked)} />
        在原文中标出
      </label>
      <select aria-label="整理的种类" value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
        <option value="">全部（{repairs.length}）</option>
        {countByKind(repairs).map(([name, count]) => (
          <option key={name} value={name}>
            {NAMES[name] ?? name}（{count}）
          </option>
        ))}
      </select>
      <ul class="repair-rows">
        {chosen.slice(0, limit).map((repair) => (
          <li key={`${repair.start}-${repair.kind}`}>
            <button type="button" onClick={() => onGo(repair.start)}>
              <span class="repair-kind">{NAMES[repair.kind] ?? repair.kind}</span>
              <span class="repair-context">
                {showBlanks(text.slice(Math.max(0, repair.start - CONTEXT_CHARS), repair.start))}
                <span class="run-dropped">{showBlanks(repair.before) || '不可见字符'}</span>
                {showBlanks(text.slice(repair.end, repair.end + CONTEXT_CHARS))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {chosen.length > limit && (
        <button type="button" class="text-button" onClick={() => setLimit(limit + STEP)}>
          再显示 {Math.min(STEP, chosen.length - limit)} 处
        </button>
      )}
    </div>
  )
}

function countByKind(repairs: readonly Repair[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { kind } of repairs) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
}

/** Blanks as signs, since a blank that was left out would otherwise show as nothing. */
function showBlanks(text: string): string {
  return text
    .replace(/\r\n|\r|\n/g, '↵')
    .replace(/[ \t\u00A0]/g, '·')
    .replace(/\u3000/g, '□')
}
