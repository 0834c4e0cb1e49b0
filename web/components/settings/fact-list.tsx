import type { ComponentChildren } from 'preact'

/** Names and values, one a row. */
export function FactList({ facts }: { readonly facts: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="settings-facts">
      {facts.map(([name, value]) => (
        <div key={name} class="settings-fact">
          <dt>{name}</dt>
          <dd class="break-all">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
