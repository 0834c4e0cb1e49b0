/** Questions that the library can answer, to be asked with one press. */
export function Suggestions({
  title,
  questions,
  onAsk,
}: {
  readonly title: string
  readonly questions: readonly string[]
  readonly onAsk: (question: string) => void
}) {
  if (questions.length === 0) return null
  return (
    <section class="suggestions" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {questions.map((question) => (
          <li key={question}>
            <button type="button" class="suggestion" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
