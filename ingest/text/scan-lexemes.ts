/** A stretch of folded text that is analysed in one way. */
export type Lexeme =
  | { readonly kind: 'document-number'; readonly text: string /** The Han characters right before it, at most six. */; readonly issuer: string }
  | {
      readonly kind: 'figure'
      readonly text: string /** 十百千万亿 right behind it. */
      readonly magnitude: string /** 元, %, … or ''. */
      readonly unit: string
    }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'han'; readonly text: string }

/** Units of measure and of counting as printed in official papers everywhere. */
const UNITS = [
  ...[
    '%',
    '‰',
    '个百分点',
    '百分点',
    '倍',
    '成',
    '元',
    '美元',
    '欧元',
    '港元',
    '平方公里',
    '平方千米',
    '平方米',
    '立方米',
    '公里',
    '千米',
    '公顷',
    '米',
    '里',
    '亩',
  ],
  ...[
    '吨',
    '吨标准煤',
    '公斤',
    '克',
    '升',
    '千瓦',
    '千瓦时',
    '兆瓦',
    '兆瓦时',
    '吉瓦',
    '吉瓦时',
    '千伏',
    '度',
    '年',
    '月',
    '日',
    '天',
    '周',
    '小时',
    '分钟',
    '岁',
    '期',
  ],
  ...[
    '人',
    '人次',
    '户',
    '名',
    '位',
    '个',
    '项',
    '家',
    '条',
    '所',
    '座',
    '处',
    '台',
    '套',
    '张',
    '件',
    '次',
    '册',
    '只',
    '头',
    '辆',
    '架',
    '级',
    '号',
    '届',
    '批',
    '支',
  ],
  ...['类', '种', '起', '场', '篇', '部', '例', '床'],
]
const LONGEST_FIRST = UNITS.toSorted((a, b) => b.length - a.length).join('|')

const OTHER_LETTER = '[^\\P{L}\\p{Script=Han}]'
const OTHER_WORD = `${OTHER_LETTER}(?:${OTHER_LETTER}|[\\p{M}\\d])*`
const FIGURE = '\\d+(?:\\.\\d+)*'

const LEXEMES = new RegExp(
  [
    '(?<number>〔\\d{4}〕\\d{1,5}号)',
    `(?<word>(?:${FIGURE})?${OTHER_WORD}(?:[&+.'’_/-](?:${OTHER_LETTER}|\\d)+)*)`,
    // The unit is only looked at: its characters belong to the Han text that follows as well.
    `(?<figure>${FIGURE})(?=(?<magnitude>[十百千万亿]{0,3})(?<unit>${LONGEST_FIRST})?)`,
    '(?<han>\\p{Script=Han}+)',
  ].join('|'),
  'gu',
)
const ISSUER = /\p{Script=Han}{1,6}$/u

/** The parts of folded text that become terms, in order; punctuation and blanks are left out. */
export function* scanLexemes(folded: string): Generator<Lexeme> {
  for (const match of folded.matchAll(LEXEMES)) {
    const { number, word, figure, magnitude = '', unit = '', han } = match.groups ?? {}
    if (number)
      yield { kind: 'document-number', text: number, issuer: ISSUER.exec(folded.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? '' }
    else if (word) yield { kind: 'word', text: word }
    else if (figure) yield { kind: 'figure', text: figure, magnitude, unit }
    else if (han) yield { kind: 'han', text: han }
  }
}
