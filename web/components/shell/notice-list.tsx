import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { Icon } from './icon.tsx'

export function NoticeList() {
  const { notices } = useServices()
  return (
    <div class="notices" role="status">
      {useStore(notices.list).map(({ id, tone, text }) => (
        <div key={id} class={`notice notice-${tone}`}>
          <p>{text}</p>
          <button type="button" class="icon-button" aria-label="关闭提示" onClick={() => notices.dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  )
}
