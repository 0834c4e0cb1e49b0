import { useLayoutEffect, useRef } from 'preact/hooks'
import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { Icon } from '../shell/icon.tsx'
import { Modal } from '../shell/modal.tsx'
import { EmptyState } from '../shell/state-block.tsx'
import { useMediaQuery, WIDE } from '../shell/use-media-query.ts'
import { SourcePane } from './source-pane.tsx'

/** The original beside the page's main column where there is room, else a sheet over it. `hint` says how to open a source. */
export function SourceColumn({ hint }: { readonly hint: string }) {
  const { source } = useServices()
  const target = useStore(source.target)
  const wide = useMediaQuery(WIDE)
  const opener = useOpener()
  const close = () => {
    source.close()
    opener.giveBack()
  }
  if (!wide) {
    if (!target?.byReader) return null
    return (
      <Modal title="原文" shape="sheet" onClose={source.close}>
        <SourcePane target={target} focus={false} />
      </Modal>
    )
  }
  return (
    <aside
      class="column source-column"
      aria-label="原文出处"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && target) close()
      }}
    >
      {target ? (
        <>
          <button type="button" class="icon-button source-close" aria-label="关闭原文" title="关闭原文（Esc）" onClick={close}>
            <Icon name="close" />
          </button>
          <SourcePane target={target} focus={target.byReader} />
        </>
      ) : (
        <EmptyState title="原文">
          <p>{hint}</p>
        </EmptyState>
      )}
    </aside>
  )
}

/** Remembers what had the focus when the source was opened, to give it back. */
function useOpener() {
  const { source } = useServices()
  const opener = useRef<Element | null>(null)
  useLayoutEffect(
    () =>
      source.target.subscribe(() => {
        if (source.target.get()?.byReader && document.activeElement?.closest('#main')) opener.current = document.activeElement
      }),
    [source],
  )
  return {
    giveBack() {
      if (opener.current instanceof HTMLElement) opener.current.focus()
    },
  }
}
