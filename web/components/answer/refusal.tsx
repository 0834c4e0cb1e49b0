import type { ChatAnswer } from '../../../server/contract/chat.ts'
import { CitationList } from './citation-list.tsx'
import { MarkdownView } from './markdown-view.tsx'

/** The library does not hold what was asked: why, what is missing, and what comes nearest, with the numbers by which the answer's words name it. */
export function Refusal({ answer }: { readonly answer: ChatAnswer }) {
  const { reason, missing = [], nearest = [], citations } = answer
  return (
    <section class="stack refusal" aria-label="没有找到依据">
      <p class="refusal-flag">没有找到足够的依据，因此不作答</p>
      <MarkdownView source={answer.answer} />
      {reason !== undefined && !answer.answer.includes(reason.trim()) && <p class="refusal-reason">{reason}</p>}
      {missing.length > 0 && (
        <p class="missing">
          <span>库中缺少</span>
          {missing.map((item) => (
            <span key={item} class="tag">
              {item}
            </span>
          ))}
        </p>
      )}
      <CitationList title="最接近的原文" citations={nearest} numbered={citations.length > 0} open />
    </section>
  )
}
