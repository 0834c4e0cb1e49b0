import { useState } from 'preact/hooks'
import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { focusOnMount } from './focus-on-mount.ts'
import { Modal } from './modal.tsx'

/** Asks for the access token once the server wants one; the page then loads anew with it. */
export function AccessDialog() {
  const { access } = useServices()
  const asked = useStore(access.asked)
  const [token, setToken] = useState('')
  if (!asked) return null
  const submit = (event: Event) => {
    event.preventDefault()
    if (token.trim() === '') return
    access.keep(token.trim())
    window.location.reload()
  }
  return (
    <Modal title="需要访问口令" onClose={() => access.asked.set(false)}>
      <form class="access-form" onSubmit={submit}>
        <p>这台服务器对局域网开放，访问需要口令。口令只保存在这个浏览器标签页里，关闭后清除。</p>
        <label class="field">
          <span>访问口令</span>
          <input
            ref={focusOnMount}
            type="password"
            autocomplete="current-password"
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        <div class="modal-actions">
          <button type="submit" class="button button-primary">
            进入
          </button>
        </div>
      </form>
    </Modal>
  )
}
