/** A question for one thing that a paper says of itself, and how the line reads that tells it. */
export interface Field {
  readonly asked: RegExp
  readonly line: RegExp
  /** Goes before fields that are asked for by their question word alone. */
  readonly specific?: true
  /** The line may stand anywhere in the paper, its articles and its foot too, and be this long. */
  readonly anywhere?: number
  /** Numbered lines below it belong to it. */
  readonly listed?: true
  /** An office that issues a paper: the names of those who sign stand above the day at the foot. */
  readonly signed?: true
  /** A person: not meant where an office is asked for by 谁. */
  readonly person?: true
  /** Whom to call, where to write: a paper may say so of several offices. */
  readonly contact?: true
}

/** A day written out, in any numerals. */
export const DAY = '[〇零一二三四五六七八九\\d]{4}年[一二三四五六七八九十\\d]{1,3}月[一二三四五六七八九十\\d]{1,3}日'

/** What a question may ask of a document as a whole. */
const FIELDS: readonly Field[] = [
  { asked: /文号|发文字号/, line: /文号|[〔[（(【]\d{4}[〕\]）)】]\d+号/, specific: true },
  { asked: /索引号/, line: /索引号/, specific: true },
  { asked: /成文日期|成文/, line: /成文日期/, specific: true },
  {
    asked:
      /落款(?!单位|人|机关|部门)|署的?(?:是)?(?:什么|哪|几)[^，。？]{0,3}(?:日期|时间|天|号)|(?:复函|批复|批文|回函)(?:都|各|分别)?是(?:哪天|哪一天|什么时候|几号)/,
    line: new RegExp(`印发日期|印发时间|${DAY}(?:印发)?$`),
    specific: true,
    anywhere: 46,
  },
  {
    asked: /落款(?:单位|机关|部门)|(?:谁|哪[个些]?(?:部门|单位|机关)?)落的?款/,
    line: /(?:委员会|人民政府|办公[厅室]|[局厅部])$/,
    specific: true,
    signed: true,
  },
  {
    asked:
      /(?:什么时候|啥时候|何时|哪天|哪一天|几时|从哪天|从什么时候)(?:开始|起|正式)?(?:施行|生效|执行|实施|起效)|(?:施行|生效|实施|执行)(?:日期|时间)/,
    line: /(?:自|从).{1,30}起(?:施行|实施|执行|生效)|(?:施行|生效)日期/,
    specific: true,
    anywhere: 160,
  },
  {
    asked: /有效期|(?:什么时候|何时|哪天|几时)(?:失效|到期|截止|废止)|有效到|管到|时效/,
    line: /有效期|失效日期|公文时效|时效|有效性/,
    specific: true,
    anywhere: 160,
  },
  {
    asked: /(?:谁|哪个部门|什么部门|哪个单位)[^，。？]{0,4}解释|解释权/,
    line: /由.{2,40}负责解释|解释权(?:归|属于|由)/,
    specific: true,
    anywhere: 120,
  },
  {
    asked: /(?:几|多少)(?:个|份)?附件|附件(?:有|是|都有)(?:哪|什么|几)/,
    line: /^附件\d{0,2}[：:.]|附件[：:]$/,
    specific: true,
    anywhere: 160,
    listed: true,
  },
  {
    asked: /^(?!.*(?:谁|部门|单位|机关|发给)).*印发|(?:什么时候|何时|哪天|哪一天)(?:下发|出台|制定|发)(?!展|布|生|现|放)/,
    line: new RegExp(`印发日期|印发时间|${DAY}印发|^${DAY}$`),
    specific: true,
    anywhere: 46,
  },
  {
    asked:
      /(?:哪天|哪一天|何时|什么时候|日期).*(?:发布|公布)|发布日期|发布时间|网上发布|(?:发布|公布|刊登|登载|转载)[^，。？]{0,6}(?:哪天|哪一天|何时|什么时候|几号)|(?:标注?|注明|标明|写明?|印)的?(?:时间|日期)/,
    line: new RegExp(`发布日期|发布时间|^时间[：:]|${DAY}(?:发布|公布)|^[（(]?${DAY}[）)]?$`),
    specific: true,
  },
  {
    asked:
      /转载|转自|(?:报告|文件|文章|稿件?|全文|通知|方案|这份)[^，。？]{0,6}(?:来源|出处)|哪[家份个](?:报纸|报社|报|媒体|网站|刊物)|什么(?:报纸|媒体|网站|刊物)/,
    line: /^(?:信息|文章|资料|稿件)?来源[：:]|^(?:转自|转载自|摘自)/,
    specific: true,
  },
  {
    asked: /第几号|文件(?:之|[（(]?几)|(?<!分)之几|编号/,
    line: /文件之|之[一二三四五六七八九十]+$|文件\s*[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十\d]+号/,
  },
  {
    asked: /答复(?:的是|了|给)(?:谁|哪|什么)|(?:谁|哪[些几位][^，。？]{0,4}(?:代表|委员))[^，。？]{0,4}提(?:出)?的/,
    line: /^(?!各位)[^，。；]{2,40}(?:代表|委员)(?:[（(][^（）()]*[）)])?[：:]$/,
    specific: true,
  },
  {
    asked: /联系人|联系方式|联系(?:的是)?谁|(?:找|跟|和|与)(?:谁|哪位|什么人)(?:联系|对接|咨询)/,
    line: /联\s*系\s*(?:人|方\s*式)/,
    specific: true,
    anywhere: 120,
    contact: true,
  },
  {
    asked: /联系电话|(?:哪个|什么)电话|电话(?:号码)?(?:都|分别|各)?(?:是)?(?:多少|什么|几|[？?]|$)/,
    line: /联\s*系\s*(?:电\s*话|方\s*式)|电\s*话[：:]/,
    specific: true,
    anywhere: 120,
    contact: true,
  },
  {
    asked: /(?:邮箱|电子邮件)(?:地址)?(?:都|分别|各)?(?:是)?(?:多少|什么|哪|[？?]|$)|(?:哪个|什么)(?:电子)?邮箱/,
    line: /[\w.-]+@[\w.-]+/,
    specific: true,
    anywhere: 300,
    contact: true,
  },
  { asked: /签发/, line: /签\s*发\s*人|签发[：:]/, specific: true, anywhere: 60 },
  { asked: /请(?:谁|哪些人|什么人)[^，。？]{0,6}意见/, line: /请[^。]{2,40}提出意见/, specific: true, anywhere: 200 },
  { asked: /抄送/, line: /^抄送/, specific: true, anywhere: 400 },
  { asked: /发给谁|发给|主送|印发给/, line: /^各.{1,120}[：:]$/ },
  { asked: /受谁委托|委托/, line: /受.{2,20}委托/ },
  {
    asked:
      /(?:哪个|哪些|哪几个|什么|由谁|谁)(?:部门|单位|机关)?.{0,6}(?:印发|发布|制定|出台|发的)|哪个部门|什么部门|哪个单位|哪个机关|发文(?:单位|机关)|发布机构/,
    line: /(?:委员会|人民政府|办公[厅室]|[局厅部]|调查总?队)$|发布机构|发文机关/,
    signed: true,
  },
  { asked: /谁|报告人|哪位|职务|姓名/, line: /(?:省长|市长|区长|县长|旗长|州长|盟长|主席|总理|主任|局长|报告人)/, person: true },
  {
    asked: /什么会|哪个会|哪次|哪届|会议|会上|什么时候|何时|哪天|哪一天/,
    // The line may break before the meeting's name ends: ——2030年1月20日在某省第九届.
    line: new RegExp(`届.*(?:会议|大会)|在.*(?:会议|大会)上|^[—–-]*${DAY}在.*第[一二三四五六七八九十]+届$`),
  },
]
const WHEN = '(?:什么时候|何时|哪天|哪一天)'
const PAPER = '(?:报告|文件|文章|稿件?|全文|通知|方案|这份)'

/** How questions that other words of theirs may have sorted elsewhere ask for what a paper says of itself, by what they ask for. */
const ASKINGS: Readonly<Record<string, readonly string[]>> = {
  source: ['转载|转自', `${PAPER}[^，。？]{0,6}(?:来源|出处)`, '哪[家份个](?:报纸|报社)'],
  day: [
    '(?:报告|文件|文章|通知|方案|这份)[^，。？]{0,6}(?:标注?|注明|标明|写明?|印)的?(?:时间|日期)',
    '成文[^，。？]{0,12}(?:哪天|哪一天|何时|什么时候|几号)',
    `(?:方案|办法|规定|意见|通知|计划|规划|细则|措施|政策|条例|文件)[^，。？]{0,4}${WHEN}(?:印发|发布|出台|下发|公布|发(?:的|$))`,
    `(?:复函|批复|批文|回函)(?:都|各|分别)?是(?:${WHEN}|几号)`,
  ],
  force: ['有效期', `${WHEN}(?:开始|起|正式)?(?:施行|生效|失效|到期|废止|实施|执行)`],
  number: ['文件(?:之|[（(]?几)', '(?<!分)之几'],
  people: [
    '联系人|联系电话|联系方式|联系(?:的是)?谁|(?:找|跟|和|与)(?:谁|哪位|什么人)(?:联系|对接|咨询)',
    '[部局厅委院会署办处司室科]的?电话|邮箱',
    '落款|签发',
    '发给(?:谁|哪)|主送|抄送',
    '答复(?:的是|了|给)(?:谁|哪)',
    '请(?:谁|哪些人)[^，。？]{0,6}提[^，。？]{0,3}意见',
  ],
  annexes: ['(?:几|多少)(?:个|份)?附件'],
  meaning: ['负责解释|解释权', '(?:谁|哪个部门|哪个单位)(?:来|负责)?解释'],
}

const OF_A_PAPER = new RegExp(Object.values(ASKINGS).flat().join('|'))

/** Whether a question asks for what a paper says of itself though its kind is another: such an answer is worth a try before a search. */
export function asksOfPaper(asked: string): boolean {
  return OF_A_PAPER.test(asked)
}

/** 文号是什么，答复的是哪些代表: a question may ask for several things, each in its own clause. */
const CLAUSES = /[，,、；;？?]/
const ASKS = /什么|谁|哪|几|多少|何时|啥/

/** What a question asks of a paper: what its clauses name, and where they name nothing, date and meeting by their question words. */
export function askedFields(asked: string): readonly Field[] {
  const clauses = asked.split(CLAUSES).filter((clause) => ASKS.test(clause))
  const fields = [asked, ...(clauses.length > 1 ? clauses : [])].flatMap(fieldsOf)
  return FIELDS.filter((field) => fields.includes(field))
}

/** A named field alone; date and meeting by their question words only where no field is named. */
function fieldsOf(asked: string): readonly Field[] {
  const named = FIELDS.filter((field) => field.asked.test(asked))
  const specific = named.filter((field) => field.specific === true)
  if (specific.length > 0) return specific
  return named.some(({ signed }) => signed) ? named.filter(({ person }) => !person) : named
}
