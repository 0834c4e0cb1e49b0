/** Whole turns of speech that ask for a measure without its name, and how papers name it. General usage all over China. */
const SPOKEN: readonly { readonly said: RegExp; readonly named: string }[] = [
  { said: /(?:一共|总共)?(?:打|收)了?多少(?:斤|吨|公斤)?粮食?|粮食?(?:一共|总共)?(?:打|收)了?多少/, named: '粮食产量是多少' },
  {
    said: /(?:城乡(?:居民)?(?:之间)?的?|城(?:里|市|镇居?民?)人?[和跟与](?:乡下|农村|村里)(?:居民|人)?的?)(?:人均)?(?:收入|挣的)(?:要)?(?:相)?差(?:了|着)?(?:几|多少)倍/,
    named: '城乡居民收入比是多少',
  },
  { said: /农民(?:人均|平均)?(?:一年)?(?:能)?(?:挣|赚)(?:了|到)?多少钱?/, named: '农村居民人均可支配收入是多少' },
  { said: /城里人(?:人均|平均)?(?:一年)?(?:能)?(?:挣|赚)(?:了|到)?多少钱?/, named: '城镇居民人均可支配收入是多少' },
  { said: /(?:老百姓|居民|大家伙?)(?:人均|平均)?(?:一年)?(?:能)?(?:挣|赚)(?:了|到)?多少钱?/, named: '居民人均可支配收入是多少' },
  { said: /(?:财政|政府)(?:一共|总共|一年)?收(?:了|上来)?多少(?:钱|税)/, named: '一般公共预算收入是多少' },
  {
    said: /规(?:模以)?上工业(?=的?(?:目标|增速|增幅|增长(?![点极])|(?:是|分别|各)*多少)|[、和与跟](?!服务)|[，,？?]|\s*(?:19|20)\d{2}|$)/,
    named: '规上工业增加值',
  },
  {
    said: /(?<![\p{Script=Han}A-Za-z](?<![、和与及市区县省旗的比]))财政(?=增速|增幅|增长(?![极点方动])|目标)|(?<=[、和与])财政(?=[、和与，,。？?]|\s*(?:19|20)\d{2}|$)/u,
    named: '一般公共预算收入',
  },
  { said: /(?<=[地林园湖原田库海草])(?:现在|一共|总共)?有多大(?=[？?，,。]|$)/, named: '面积是多少' },
  { said: /(?<=年)(?:干|做|过|搞)得(?=怎么样|如何|怎样|咋样|好不好)/, named: '发展得' },
  {
    said: /(?<![稳促强])外贸(?=(?:一共|总共|现在|打算|今年|全年)?(?:是(?:涨|增|多|降|减)|有多|做[到了多]|涨|降|增(?!量)|破|跌|表现|形势|多少|怎么样|如何|在全[国省]|排|占|谁|哪|的?(?:总额|总值|总量|规模|增速))|呢?[？?]?$)/,
    named: '外贸进出口',
  },
  { said: /旅游接待(?:了)?多少(?:人次?|游客)/, named: '接待游客多少人次' },
  { said: /省(?:下|出|了)+(?:来)?多少水/, named: '节水多少' },
  { said: /省(?:下|出|了)+(?:来)?多少电/, named: '节电多少' },
  { said: /(?:平均(?:下来)?每年|每年平均|年平均)(?:要|能|大概)?(?:增长|涨|增)(?!收|值|产|加值)/, named: '年均增长' },
  { said: /(?:到底|究竟)?(?:赚|挣)没(?:赚|挣)(?:到)?钱|(?:赚|挣)(?:到)?钱了?(?:吗|没有?)/, named: '利润是多少' },
]

/** Names the measures that a question asks for in such turns; the notes say how they were understood. */
export function nameSpokenMeasures(question: string): { readonly text: string; readonly notes: readonly string[] } {
  let text = question
  const notes: string[] = []
  for (const { said, named } of SPOKEN) {
    const found = said.exec(text)?.[0]
    if (found === undefined) continue
    text = text.replace(found, named)
    notes.push(`“${found}”按“${named}”理解`)
  }
  return { text, notes }
}
