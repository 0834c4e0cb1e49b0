/** What the words of an answer must name, as far as the question says. */
export type AnswerType = 'person' | 'winner' | 'time' | 'figure' | 'place' | 'title'

/** The first that fits counts: a champion who is asked for by 谁 may be a team. */
const TYPES: readonly { readonly type: AnswerType; readonly asked: RegExp }[] = [
  { type: 'figure', asked: /第几|哪一?(?:集|届|层|期|号线)/ },
  { type: 'winner', asked: /(?:冠军|亚军|季军|金牌|获胜者|赢家)(?:得主)?(?:是谁|是哪|$)|获得者|哪(?:支|个)?(?:球队|队伍?|俱乐部)/ },
  {
    type: 'person',
    asked: /谁|哪位|什么人|主演|导演(?!了)|演员|得主|嫌疑人|凶手|设计师|创始人|作者|队长|主教练|代言人|主创|主持人|负责人|报告人|发明人/,
  },
  { type: 'time', asked: /什么时候|啥时候|何时|哪天|哪一天|几月|几号|哪年|哪一年|多久|时间(?!表)|日期/ },
  {
    type: 'figure',
    asked:
      /多少|多大|多高|多长|多远|百分之几|几(?:个|名|支|家|项|处|座|条|场|人|次|届|位|枚|块|颗|集|级|成|倍|万|亿)|(?:人数|人次|数量|销量|产量|票房|产值|总值|营收|占比|比例|规模|震级|比分|总数|排名|增速|面积|里程|席位|价格|售价)(?:是|为|达|$)|[率量额价](?:是|为|达|$)/,
  },
  { type: 'place', asked: /哪里|哪儿|在哪|地点|哪个?(?:城市|国家|省份?|市|区|县|地方|国)|哪座|举办地|举办城市|何地|起点|终点/ },
  { type: 'winner', asked: /冠军|亚军|季军|金牌|夺冠|获胜者|赢家/ },
  { type: 'title', asked: /(?:叫|是)什么名字?$|叫啥|哪(?:部|首|本|款|份|个)(?:电影|电视剧|书|歌|作品|法案|判例|文件|项目)/ },
]
/** A question for reasons or a whole enumeration names no one thing. */
const OPEN = /为什么|为何|原因|怎么样|如何|意思|什么内容/

/** The type of the thing that a question asks for; null where its words leave that open. */
export function answerTypeOf(question: string): AnswerType | null {
  const asked = question.replace(/[？?。！!\s]+$/g, '')
  return OPEN.test(asked) ? null : (TYPES.find(({ asked: pattern }) => pattern.test(asked))?.type ?? null)
}
