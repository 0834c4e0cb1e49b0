import type { ChatAnswer } from '../../../server/contract/chat.ts'

/** How an answer was made, and that each of its statements was checked. */
export function OriginLine({ answer }: { readonly answer: ChatAnswer }) {
  const { mode, model, statements } = answer
  const checked = statements.length > 0 && statements.every(({ verdict }) => verdict === 'supported')
  return (
    <p class="origin">
      <span>{mode === 'llm' ? `由 ${model ?? '语言模型'} 撰写` : '摘自原文'}</span>
      {checked && <span class="verified">已逐句核对：{statements.length} 条论断的数字、年份与原文一致</span>}
    </p>
  )
}
