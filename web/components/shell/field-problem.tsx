interface FieldProblemProps {
  /** Null where there is none. */
  readonly text: string | null
  /** For the field's aria-describedby. */
  readonly id?: string
}

/** What is wrong with what was typed or sent, read out when it appears. */
export function FieldProblem({ text, id }: FieldProblemProps) {
  if (text === null) return null
  return (
    <p id={id} class="field-problem" role="alert">
      {text}
    </p>
  )
}
