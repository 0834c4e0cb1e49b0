import { useServices } from '../../services.ts'
import { Icon } from './icon.tsx'

/** Copies a text and says that it did. */
export function CopyButton({ text, label, done }: { readonly text: () => string; readonly label: string; readonly done: string }) {
  const { notices } = useServices()
  async function copy() {
    if (await copyText(text())) notices.show('done', done)
    else notices.show('failed', '浏览器没有允许复制。请选中文字后按 Ctrl+C。')
  }
  return (
    <button type="button" class="text-button" onClick={() => void copy()}>
      <Icon name="copy" />
      {label}
    </button>
  )
}

/** The clipboard interface exists on secure origins only; a page served over plain HTTP in an office network copies the old way. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'visually-hidden'
    // Outside an open dialog everything is inert.
    ;(document.activeElement?.closest('dialog') ?? document.body).append(area)
    area.select()
    const copied = document.execCommand('copy')
    area.remove()
    return copied
  }
}
