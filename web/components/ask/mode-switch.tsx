import { useServices } from '../../services.ts'
import { useStore } from '../../state/use-store.ts'
import { Segments } from '../shell/segments.tsx'

/** Whether the language model writes or the originals are quoted as they stand; only where a model is configured. */
export function ModeSwitch() {
  const { readiness, answerMode } = useServices()
  const model = useStore(readiness.view)?.model ?? null
  const mode = useStore(answerMode.mode)
  if (model === null) return null
  return (
    <div class="mode-switch">
      <Segments
        label="怎样作答"
        value={mode}
        options={[
          { value: 'llm', name: '用语言模型', title: `由 ${model} 撰写，每句话都与原文核对` },
          { value: 'extractive', name: '只摘原文', title: '不经过语言模型，句子都摘自原文' },
        ]}
        onChange={answerMode.choose}
      />
      {mode === 'llm' && (
        <span class="model-name" title={model}>
          {model}
        </span>
      )}
    </div>
  )
}
