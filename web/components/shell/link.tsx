import type { ComponentChildren } from 'preact'
import { formatRoute, type Route } from '../../router/route.ts'
import { useServices } from '../../services.ts'

interface LinkProps {
  readonly to: Route
  readonly class?: string
  readonly current?: boolean
  /** The name of a link that is only a picture; shown as its title too. */
  readonly label?: string
  readonly children: ComponentChildren
}

/** A link to another place of the page; new tabs and windows work as with any link. */
export function Link({ to, class: className, current = false, label, children }: LinkProps) {
  const { router } = useServices()
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.go(to)
  }
  return (
    <a href={formatRoute(to)} class={className} aria-label={label} title={label} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
