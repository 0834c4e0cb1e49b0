/**
 * Frames of everyday questions: who tells it (市长讲到, 报告自己承认), what is done with the money (拿多少钱出来搞), what is felt to be wanting (还差在哪儿). They say what kind of answer is
 * wanted; what the question is about stands beside them.
 */

const TELLS =
  '(?:说(?!明)|讲(?!话|解|究|座)|提(?![高升供质前案交请倡级效速振档炼取拔])|写|承认|坦言|坦承|直言|认为|透露|检讨|反思|要求|指出|强调|点名)'
/** 市政府自己承认, 省长讲到, 区里说, 报告提到自己. */
const TELLER = `(?:(?:[省市区县州旗盟]|自治区)?(?:人民)?政府|(?:[省市区县]|自治区)里|官方|(?:[省市区县旗州盟]长|(?<=^|\\s)长|(?:自治区)?主席|书记|总理)|(?:政府)?(?:工作)?报告)(?:里面?|当中|中|上|里头)?(?:自己|自身|本身|也|又|还|曾)*${TELLS}(?:出|到|了|过|的)*(?:自己|自身|自家)?`
/** 坦承自己 with nobody named. */
const OWN = '(?:承认|坦言|坦承|检讨|反思)(?:了|过)?(?:自己|自身|自家)?(?:的)?'
/** 拿多少钱出来, 掏了几个亿, 砸了多少钱. */
const SPENDING =
  '(?<![支输进产演推突付开])(?:拿|掏|花|砸|出|投)(?:出|了|下|进)*(?:(?:多少|几)(?:个?亿|个?万)?(?:的)?(?:块|元)?钱|几个?亿)(?:出来|下去|进去)?(?:[来去](?![年自]))?'
/** 还差在哪儿, 缺什么, 和全国比差在哪. */
const LACKING =
  '(?:[和跟与同]?(?:全国|外省|别的[省市]|兄弟省[市份]|先进地区|发达地区)相?比(?:较|起来)?(?:的话)?)?(?:还|究竟|到底|都)?(?:差|缺|欠缺|弱)(?:了|着|些|点)*在?(?:哪(?:里|儿|些|方面)?|(?:些)?什么|啥)(?:地方|方面)?(?=[，,。？?]|$)'
const FRAMES = new RegExp([TELLER, OWN, SPENDING].join('|'), 'g')
/** Named by one word, so that a question that says nothing else still asks for something. */
const WANTING = new RegExp(LACKING, 'g')
/** 主要|有哪些. */
const CHIEFLY = /(?:主要|具体)(?=(?:都|又|是|有|在|出在|包括)*(?:哪|什么|啥))/g

/** 没发生, 没有出现: that something did not happen is told in many ways (无…发生, 零发生). */
const UNHAPPENED = /没(?:有)?(?=发生|出现)/g
/** 多少天|没发生: the unit of the count belongs to it. */
const COUNTED_TIME = /(?<=多少|几)个?(?:天|年|月)(?=[没未无不连保有是达])/g
/** 搞 and 弄 stand for any deed. */
const ANY_DEED = /(?:搞|弄)(?![好活笑定清懂鬼])(?=[\p{Script=Han}A-Za-z])/gu
/** 打算 before 怎么, at the end of what it is said of. */
const INTENDS = /(?:打算|准备|想着?)(?=(?:要|去)?(?:怎么|如何|怎样|咋|搞|弄|拿|做到|冲到))/g
/** 民生方面|还有: binds the subject to what is said of it. */
const STILL = /(?:方面|这(?:一)?块|上)?(?:究竟|到底)?(?<![归偿交返退])还(?=有(?!望|机)|存在|面临|[，,。？?]|$)/g

/** 外贸一共做了多少, GDP多了多少, 出口表现怎么样: how it is asked, not of what. */
const MANNER =
  /(?:一共|总共)?做(?=[到了]+多[少大])|(?<![许很太更最])多(?=了多少)|(?:表现|势头|走势)(?=得?(?:怎么样|如何|怎样|咋样))|(?:一共|总共)(?=$|[有是达]?了?多少)/g
/** 现在|是多少. */
const NOW = /(?<![实体出呈表发兑展])现在(?=(?:一共|总共)?(?:是|有|达到?|多[少大长高]|几|到|[，,。？?]|$))/g

/** The question with its frames taken out; what they stood between is kept apart. */
export function withoutFrames(text: string): string {
  return text
    .replace(COUNTED_TIME, ' ')
    .replace(INTENDS, ' ')
    .replace(FRAMES, ' ')
    .replace(WANTING, ' 不足 ')
    .replace(CHIEFLY, ' ')
    .replace(STILL, ' ')
    .replace(NOW, ' ')
    .replace(MANNER, ' ')
    .replace(UNHAPPENED, '')
    .replace(ANY_DEED, ' ')
}
