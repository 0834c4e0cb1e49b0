/** What is wrong, as questions name it. */
const WRONG =
  '(?:问题|困难|不足|短板|挑战|矛盾|缺点|缺陷|弱项|难处|难题|毛病|短处|软肋|薄弱(?:环节|之处|点|的地方)?|欠缺|差距|痛点|堵点|隐忧|做得不(?:够|好)的?(?:地方|方面)?)'
const NAMES_WRONG = new RegExp(`^${WRONG}$`)
const WHAT = '(?:哪些?|什么|啥)'
const OWNS = '(?:存在|还有|面临|有|指出|提到|承认|讲到|检讨|反思|正视|列出|列举|点出|查摆|剖析|坦承|坦言)(?:了|过|着|自己|自身|自家|还|在)*'
const ASKS = [
  `${OWNS}[^，。？]{0,6}${WHAT}[^，。？]{0,6}${WRONG}`,
  `${WRONG}(?:主要|都|具体|分别|又|究竟|到底)*(?:有|是|在|出在)(?:${WHAT}|哪[几两二三四五六七八]?(?:个|大|点|些)?)(?:里|儿)?(?:地方|方面)?(?=[，,。？?]|$)`,
  `(?:差|缺|欠缺|弱)(?:了|着|些|点)*在?(?:哪(?:里|儿|些|方面)?|(?:些)?什么|啥)(?:地方|方面)?(?=[，,。？?]|$)`,
  '哪(?:些|里|儿|个)?(?:地方|方面|环节|领域|工作)?(?:还|仍|做得|干得)+(?:不(?:足|够|好|强|行|到位)|没(?:有)?(?:做好|干好|到位)|薄弱|欠缺|落后|差|弱|有待)',
  `${WHAT}[^，。？]{0,6}没(?:有)?(?:做好|干好|办好|做到位|干到位|到位)`,
  `(?:承认|坦言|坦承|检讨|反思)[^。？]{2,30}(?:够不够|怎么样|如何|到位)`,
  `(?:主要|突出|存在的?)${WRONG}[。？?]?$`,
  `报告(?:里|中|上)?的${WRONG}(?:[和与、]${WRONG})?[。？?]?$`,
]
const PROBLEMS = new RegExp(ASKS.join('|'))
/** What is done about them is another question, and people in need are no shortcoming. */
const SOLVED = new RegExp(
  `(?:解决|破解|化解|整治|整改|克服|针对|攻克|应对|补[齐上足]?|帮[^，。？]{0,6})了?[^，。？]{0,16}${WRONG}|(?:怎么|如何|怎样|咋)[^，。？]{0,8}(?:解决|破解|化解|补|整治|整改|应对|克服)|困难(?:群众|群体|家庭|职工|学生|老人|人员|毕业生)`,
)

/** Whether a question asks what is wrong, of a paper as a whole or of one thing: 还有哪些短板, 科技方面差在哪儿. */
export function asksForProblems(question: string): boolean {
  return PROBLEMS.test(question) && !SOLVED.test(question)
}

/** Whether a word names what is wrong (难处, 短板), not what it is wrong with. */
export function namesWrong(word: string): boolean {
  return NAMES_WRONG.test(word)
}
