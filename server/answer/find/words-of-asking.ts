/** Words that questions ask for a part of a paper with, by what they say. Longer words go before those that they begin with. */
const WORDS: Readonly<Record<string, string>> = {
  telling:
    '概括|总结|归纳|梳理|介绍|讲了|说了|讲到|提出|指出|提到|承认|认为|坦承|坦言|直言|正视|点出|列举|列出|查摆|剖析|分析|检讨|反思|回顾|一下|哪些|怎么样',
  parts: '主要内容|总体情况|总体要求|基本原则|原则|要点|方面|部分|章节|情况|重点|主要|总体',
  papers: '报告|方案|规划|计划|意见|通知|文件|那个|这个|那份|这份|[“”"]',
  tasks: '部署|安排|举措|措施|任务|行动计划|行动|目标|预期|工作|抓好|做好|推进|实施|保障|组织|坚持|遵循|把握',
  results: '成效|成绩|成就|取得|进展|发展|过程|前进道路|经济运行|运行',
  ills: '存在|面临|困难|问题|不足|矛盾|短板|挑战|缺点|弱项|薄弱环节|难题|难处|毛病|短处|软肋|欠缺|差距|隐忧',
  whose: '政府|各级|我们|自我|自己|自身(?!建设)|经济社会|经济和社会|国民经济',
  when: '今年|全年|当前|目前|当时|过去|上年|去年|当年|年度|十[一二三四五六七]五|时期|期间',
  particles: '里|中|的|要|讲|说|存|还|和|与|尚|仍|主|有',
}

const ANY = new RegExp(Object.values(WORDS).join('|'), 'g')

/** What is left of a question, without its words of asking: the subject that it names. */
export function withoutAsking(text: string): string {
  return text.replace(ANY, '')
}
