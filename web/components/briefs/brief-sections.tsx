import type { BriefPatch, BriefView } from '../../../server/contract/briefs.ts'
import { canMove, moveStatement, removeStatement, renameSection, rewriteStatement } from '../../state/brief-edit.ts'
import { headingLevel, isParent } from '../../state/heading-level.ts'
import { AddSentence } from './add-sentence.tsx'
import { BriefStatement } from './brief-statement.tsx'
import { EditableHeading } from './editable-heading.tsx'

interface BriefSectionsProps {
  readonly brief: BriefView
  readonly busy: boolean
  /** Keeps an edit; false when it could not be kept, which has been said to the reader. */
  readonly onEdit: (patch: BriefPatch) => Promise<boolean>
}

export function BriefSections({ brief, busy, onEdit }: BriefSectionsProps) {
  const { sections } = brief
  return (
    <>
      {sections.map(({ heading, statements }, section) => (
        <section key={section} class="stack brief-section" aria-label={heading}>
          <EditableHeading
            level={headingLevel(heading) === 1 ? 2 : headingLevel(heading) === 2 ? 3 : 4}
            text={heading}
            label="小标题"
            maxLength={200}
            onSave={(text) => onEdit({ sections: renameSection(sections, section, text) })}
          />
          {statements.length === 0 && !isParent(sections, section) && <p class="muted">这一节没有内容，导出时只留标题。</p>}
          <ul>
            {statements.map((statement, index) => {
              const place = { section, statement: index }
              const move = (step: -1 | 1) =>
                canMove(sections, place, step) ? () => void onEdit({ sections: moveStatement(sections, place, step) }) : null
              return (
                <BriefStatement
                  key={`${index} ${statement.text}`}
                  statement={statement}
                  busy={busy}
                  actions={{
                    rewrite: (text) => onEdit({ sections: rewriteStatement(sections, place, text) }),
                    remove: () => void onEdit({ sections: removeStatement(sections, place) }),
                    moveUp: move(-1),
                    moveDown: move(1),
                  }}
                />
              )
            })}
          </ul>
          {!isParent(sections, section) && <AddSentence brief={brief} section={section} busy={busy} onEdit={onEdit} />}
        </section>
      ))}
    </>
  )
}
