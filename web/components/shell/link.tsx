import type { ComponentChildren } from 'preact'
import { formatRoute, type Route } from '../../router/route.ts'
import { useServices } from '../../services.ts'

interface LinkProps {
  readonly to: Route
  readonly class?: string
  readonly current?: boolean
  readonly children: ComponentChildren
}

/** A link to another place of the page; new tabs and windows work as with any link. */
export function Link({ to, class: className, current = false, children }: LinkProps) {
  const { router } = useServices()
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.go(to)
  }
  return (
    <a href={formatRoute(to)} class={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
