/** Last words of names of single things: places too small for a gazetteer, sites, institutions, events. */
const KIND =
  /[县镇乡]|街道|苏木|机场|水库|水电站|电站|大桥|隧道|大道|医院|大学|学院|中学|小学|公司|集团|产业园|科创园|科技园|工业园|物流园|开发区|高新区|经开区|保税区|自贸区|景区|公园|博物馆|图书馆|体育馆|码头|(?<![香海空航渔贸])港(?![口区珠澳股元湾航资台商人铁务])|号线|高速|铁路|高铁|快速路|实验室|研究院|论坛|博览会|[赛节]|马拉松|管廊|中试线|生产线/g
const LONGEST = 10
const SHORTEST = 1
/** Before the last word: what makes of it a kind of things, not one thing. */
const GENERIC =
  /^(?:.*(?:[的了里个家所座条处多少几新建各每全我本市省区农村基层建设改造开通运营举办参加省级市级国家级县级]|大型|公办|民办|普惠|公立|乡|城|高等|职业|普通|中|高速|国有|民营|上市|科技|农业|产业|重点|旅游|森林|湿地|体育|口袋|公共|综合|专科|三甲|特色|强|重|村|建制|中心|中小|脱贫|贫困|春|环))$/u

/**
 * Single things that a question names and sentences of the library speak of: the longest words before 机场, 水库, 镇, 号线 … that some sentence holds as they stand.
 *
 * @param rest the question without years
 */
export function namedSubjects(rest: string, mentions: (text: string) => boolean): string[] {
  const found: string[] = []
  for (const match of rest.matchAll(KIND)) {
    const end = match.index + match[0].length
    for (let length = LONGEST; length >= SHORTEST; length -= 1) {
      const start = match.index - length
      if (start < 0) continue
      const before = rest.slice(start, match.index)
      if (!/^[\p{Script=Han}0-9A-Za-z“”]+$/u.test(before) || (length === 1 && !/\d/.test(before))) continue
      const name = rest.slice(start, end)
      if (!mentions(name)) continue
      if (!GENERIC.test(before)) found.push(name)
      break
    }
  }
  return found
}
