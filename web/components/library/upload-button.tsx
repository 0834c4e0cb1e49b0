import { useRef } from 'preact/hooks'
import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { Icon } from '../shell/icon.tsx'

export function UploadButton() {
  const { upload } = useServices()
  const { status } = useStore(upload.state)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="button button-primary"
        disabled={status === 'sending' || status === 'working'}
        onClick={() => input.current?.click()}
      >
        <Icon name="upload" />
        上传文件
      </button>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="选择要上传的文件"
        onChange={(event) => {
          void upload.send([...(event.currentTarget.files ?? [])])
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
