interface EnvironmentHelpProps {
  readonly title: string
  readonly variables: readonly (readonly [name: string, meaning: string])[]
  /** Shown unfolded where there is nothing configured yet. */
  readonly open?: boolean
}

/** How something is configured: the names of the variables, to be set on the server. */
export function EnvironmentHelp({ title, variables, open = false }: EnvironmentHelpProps) {
  return (
    <details class="fold" open={open}>
      <summary>{title}</summary>
      <dl class="environment">
        {variables.map(([name, meaning]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="muted settings-note">在服务器上设置环境变量（或写进 .env 文件，格式见 .env.example），然后重新启动服务。</p>
    </details>
  )
}
