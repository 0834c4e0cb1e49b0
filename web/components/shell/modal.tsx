import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface ModalProps {
  readonly title: string
  /** dialog: in the middle; drawer: from the left; sheet: from below or the right. */
  readonly shape?: 'dialog' | 'drawer' | 'sheet'
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A modal dialog of the browser's own: it holds the focus, closes on Escape, and gives the focus back. */
export function Modal({ title, shape = 'dialog', onClose, children }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is the pointer's way to do the same.
    <dialog
      ref={ref}
      class={`modal modal-${shape}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div class="modal-body">
        <div class="modal-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" class="icon-button" aria-label="关闭" onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
