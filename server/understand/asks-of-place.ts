/** Kinds of things that are asked of a place in general, and the words by which papers tell of them. */
const KINDS: readonly { readonly asked: RegExp; readonly told: RegExp; readonly resultsOnly?: true }[] = [
  { asked: /项目|工程/, told: /项目|工程|基地|园区|产业园|机场|港口|港区|铁路|高铁|高速|公路|管线|航道|电站|风电|光伏|新建|改扩建/ },
  { asked: /试点|试验|示范|先行/, told: /试点|试验|示范|先行|先导/ },
  {
    asked: /荣誉|称号|奖项|牌子|头衔|招牌|名头|殊荣|创建/,
    told: /获评|荣[获膺]|入选|跻身|获批|评为|称号|命名|认定|确定为|列入|晋级|创建|[获得][^，。；]{0,16}奖/,
    resultsOnly: true,
  },
  { asked: /平台|基地|中心|实验室/, told: /平台|基地|中心|实验室/ },
  { asked: /成果|成绩|成就|成效|亮点|业绩/, told: /./, resultsOnly: true },
  { asked: /大事|大动作|动作|动静|新闻|消息|变化|情况|进展|怎么样|咋样|如何|怎样/, told: /./ },
]
/** National things are told of as such. */
const LEVELS: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  { asked: /国家级?|国字号|全国/, told: /国家|全国|中国|国字号/ },
  { asked: /省级|自治区级/, told: /省|自治区|全区/ },
]
/** What stands around them and sets nothing apart. */
const AROUND =
  /国家级?|国字号|全国性?|省级|自治区级|市级|(?:有|得|拿|获|做|干|搞|承担|承接|开展|取得|获得|得到|拿到|完成|实现|出|发生)(?:了|过|到)?|都|哪些|什么|啥|哪几个|[的了呢吗得和与及、跟以]|这块|那边|方面|重大|重点|主要|标志性|新|发展|建设|近况|最近|目前|现在|这|两年|几年|年|近/g

/** What is asked of a place in general. */
export interface AskedOfPlace {
  /** Whether a clause tells of it. */
  readonly tells: (clause: string) => boolean
  /** Whether plans are no answer. */
  readonly resultsOnly: boolean
}

/** Reads what a question asks of a place as a whole, from what is left of it without the place: its projects, pilots, honours, results or all that is told; null where it asks for something of its own. */
export function readAskedOfPlace(rest: string): AskedOfPlace | null {
  const kinds = KINDS.filter(({ asked }) => asked.test(rest))
  const [kind] = kinds
  if (kind === undefined) return null
  const left = kinds.reduce((text, { asked }) => text.replace(new RegExp(asked.source, 'g'), ''), rest).replace(AROUND, '')
  if (/[\p{L}\d]/u.test(left)) return null
  const level = LEVELS.find(({ asked }) => asked.test(rest))
  const narrow = kinds.filter(({ told }) => told.source !== '.')
  const told = narrow.length > 0 ? narrow : kinds
  return {
    tells: (clause) => told.some((one) => one.told.test(clause)) && (level === undefined || level.told.test(clause)),
    resultsOnly: kinds.every(({ resultsOnly }) => resultsOnly === true),
  }
}
