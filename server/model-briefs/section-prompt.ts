import type { ModelMessage } from '../model/chat-model.ts'
import { fenceRule } from '../model-answer/answer-prompt.ts'
import { cleanForPrompt } from '../model-answer/clean-for-prompt.ts'
import { type EvidenceLine, type Fence, fenceEvidence } from '../model-answer/fence-evidence.ts'

const SECTION_RULES = [
  '你为机关写简报中的一节，只用给出的要点。',
  '一、把要点写成通顺的公文语言：可以调整先后、合并相近的要点、在前面加一句概括；一个要点也不能漏，要点里没有的内容不写。',
  '二、一句一行，每句末尾用方括号写明用了哪几条，例如：新增就业4万人，完成投资3亿元。[E1][E2]',
  '三、数字、单位、“以上、左右、力争”等限定词、年份、地区、目标还是完成，都照抄要点，不换算、不计算、不推测。',
]

/** Asks for the prose of one section. Its heading is not told: what it says of year, place and kind stands with each point. */
export function sectionMessages(request: string, points: readonly EvidenceLine[], fence: Fence, maxChars: number): ModelMessage[] {
  const rules = [...SECTION_RULES, `四、不写标题、开场白和评语，全节不超过 ${maxChars} 字。`, `五、${fenceRule(fence)}`]
  return [
    { role: 'system', content: rules.join('\n') },
    { role: 'user', content: `要点：\n${fenceEvidence(points, fence)}\n\n简报的要求：${cleanForPrompt(request)}\n请写这一节。` },
  ]
}
