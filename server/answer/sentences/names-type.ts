import type { AnswerType } from '../../understand/answer-type.ts'

const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房解应丁宣邓郁单洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲封储靳段焦谷车侯宁全甘武刘景龙叶黎易文廖关尤曾巩聂冷简沙',
)
/** Names from other languages: a raised dot, or a run of the characters that such names are written with. */
const FOREIGN_NAME =
  /[·•]|[阿埃艾奥巴贝比波博布查达德迪蒂多厄尔法菲费弗福盖戈格古哈赫霍基加杰卡凯科克库拉莱兰勒雷里利列卢鲁伦罗洛马玛迈曼米莫姆纳内尼诺努帕佩皮普奇齐切萨塞森斯苏索塔泰特提图托瓦维韦沃乌西希夏谢雅亚伊扎泽兹佐娃娜莎丝妮约登顿]{4,}/
const FIGURE = /\d[\d,.]*(?:万|亿|千)?[^\d\s，。,.、]/g
const DAY_OR_YEAR = /^(?:19|20)\d\d年|[月日]$/
const TIME = /\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{1,2}月|\d{4}年|\d{1,2}日/g
const PLACE_WORD = /[省市县区国州镇乡村岛]$/
const AT_A_PLACE = /在\p{Script=Han}{2,8}(?:举行|举办|召开|开幕|发生|揭幕)|位于/u
const TITLE = /《[^》]+》|[“"][^”"]+[”"]/g
/** A time to the month or year only, a word that is a name by its first character only. */
const HALF = 0.5
const TEAM = 0.6
const NO_PLACE = 0.3

/**
 * How far a text names something of the type that the question does not name itself: 0 not at all, 1 plainly.
 *
 * @param cut words of a text in order; called for persons and places only
 */
export function namesType(type: AnswerType, text: string, asked: string, cut: (text: string) => readonly string[]): number {
  switch (type) {
    case 'figure':
      return (text.match(FIGURE) ?? []).some((figure) => !asked.includes(figure) && !DAY_OR_YEAR.test(figure)) ? 1 : 0
    case 'time': {
      const times = (text.match(TIME) ?? []).filter((time) => !asked.includes(time))
      return times.some((time) => time.includes('日')) ? 1 : times.length > 0 ? HALF : 0
    }
    case 'place':
      return AT_A_PLACE.test(text) || cut(text).some((word) => word.length >= 2 && PLACE_WORD.test(word) && !asked.includes(word)) ? 1 : NO_PLACE
    case 'title':
      return (text.match(TITLE) ?? []).some((title) => !asked.includes(title.slice(1, -1))) ? 1 : HALF
    case 'winner':
      return Math.max(namesPerson(text, asked, cut), /队|国|俱乐部/.test(text) ? TEAM : 0)
    case 'person':
      return namesPerson(text, asked, cut)
  }
}

function namesPerson(text: string, asked: string, cut: (text: string) => readonly string[]): number {
  if (FOREIGN_NAME.test(text) && !FOREIGN_NAME.test(asked)) return 1
  const names = cut(text).filter((word) => !asked.includes(word) && (isName(word) || FOREIGN_NAME.test(word)))
  return names.some((word) => word.length >= 3) ? 1 : names.length > 0 ? HALF : 0
}

function isName(word: string): boolean {
  return word.length >= 2 && word.length <= 3 && SURNAMES.has(word[0] ?? '') && /^\p{Script=Han}+$/u.test(word)
}
