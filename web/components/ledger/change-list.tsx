import { useState } from 'preact/hooks'
import type { Citation } from '../../../server/contract/chat.ts'
import type { WordingChange, WordingChanges } from '../../../server/contract/indicators.ts'
import { useOpenSource } from './use-open-source.ts'

type Kind = WordingChange['kind']
type Side = NonNullable<WordingChange['from']>

const NAMES: Readonly<Record<Kind, string>> = { reworded: '改写', added: '新增', dropped: '删去', moved: '移位' }
const KINDS: readonly Kind[] = ['reworded', 'added', 'dropped', 'moved']
const STEP = 60

/** What changed from one document to the other, in the order of the text. The kinds can be looked at one by one, the reworded first: they tell most. */
export function ChangeList({ changes }: { readonly changes: WordingChanges }) {
  const [kind, setKind] = useState<Kind | ''>(changes.reworded > 0 ? 'reworded' : '')
  const [limit, setLimit] = useState(STEP)
  const chosen = changes.changes.filter((change) => kind === '' || change.kind === kind)
  return (
    <>
      <fieldset class="change-kinds">
        <legend class="visually-hidden">变化的种类</legend>
        <KindChoice name={`全部 ${changes.changes.length}`} checked={kind === ''} onChoose={() => setKind('')} />
        {KINDS.map((option) => (
          <KindChoice key={option} name={`${NAMES[option]} ${changes[option]}`} checked={kind === option} onChoose={() => setKind(option)} />
        ))}
        <span class="muted">
          未变 {changes.unchanged} 句{changes.redated > 0 && `，只换年份的标题 ${changes.redated} 个`}
        </span>
      </fieldset>
      <ul class="stack change-list" aria-label="提法变化">
        {chosen.slice(0, limit).map((change, index) => (
          <ChangeItem key={index} change={change} changes={changes} />
        ))}
      </ul>
      {chosen.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + STEP)}>
          再显示 {Math.min(STEP, chosen.length - limit)} 处（共 {chosen.length} 处）
        </button>
      )}
    </>
  )
}

function KindChoice({ name, checked, onChoose }: { readonly name: string; readonly checked: boolean; readonly onChoose: () => void }) {
  return (
    <label class="check">
      <input type="radio" name="change-kind" checked={checked} onChange={onChoose} />
      {name}
    </label>
  )
}

function ChangeItem({ change, changes }: { readonly change: WordingChange; readonly changes: WordingChanges }) {
  const path = (change.to ?? change.from)?.sectionPath ?? []
  return (
    <li class="boxed change">
      <p class="change-head">
        <span class={`change-kind change-${change.kind}`}>{NAMES[change.kind]}</span>
        {path.length > 0 && (
          <span class="section-path">
            {change.kind === 'moved' && change.from ? `${change.from.sectionPath.join(' › ')} → ` : ''}
            {path.join(' › ')}
          </span>
        )}
      </p>
      <p class="change-text">
        {change.kind === 'reworded'
          ? change.diff.map((part, index) =>
              part.kind === 'same' ? part.text : part.kind === 'added' ? <ins key={index}>{part.text}</ins> : <del key={index}>{part.text}</del>,
            )
          : (change.to ?? change.from)?.text}
      </p>
      <p class="citation-actions">
        {change.from && <OpenSide name="看前文" document={changes.from} side={change.from} />}
        {change.to && <OpenSide name="看后文" document={changes.to} side={change.to} />}
      </p>
    </li>
  )
}

function OpenSide({ name, document, side }: { readonly name: string; readonly document: WordingChanges['from']; readonly side: Side }) {
  const open = useOpenSource()
  return (
    <button type="button" class="text-button" title={side.text} onClick={() => open(citeSide(document, side))}>
      {name}
    </button>
  )
}

function citeSide({ documentId, title }: WordingChanges['from'], { text, sectionPath, start, end }: Side): Citation {
  return { n: 1, documentId, title, file: '', sectionPath: [...sectionPath], quote: text, start, end, year: null, place: null }
}
