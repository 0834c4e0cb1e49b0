/** A font of official papers: Chinese and Western letters apart, as Word keeps them. */
export interface OfficialFont {
  readonly eastAsia: string
  readonly ascii: string
  readonly hAnsi: string
}

const font = (eastAsia: string): OfficialFont => ({ eastAsia, ascii: 'Times New Roman', hAnsi: 'Times New Roman' })

/** GB/T 9704—2012: title 小标宋, body 仿宋, headings 黑体, 楷体 and 仿宋 bold, page number 宋体. */
export const FONTS = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  heading: font('黑体'),
  subheading: font('楷体_GB2312'),
  page: font('宋体'),
} as const

/** Sizes in half-points: 2号, 3号, 4号, 五号, 小五. */
export const SIZES = { title: 44, body: 32, page: 28, table: 21, note: 18 } as const

/** 28 points between lines, exactly: 22 lines on a page. Twips. */
export const LINE = { line: 560, lineRule: 'exact' } as const
/** Two characters of 3号. */
export const INDENT = { firstLine: 640, firstLineChars: 200 } as const
/** A4 with the type area of 156 mm × 225 mm; twips. */
export const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2_098, bottom: 1_984, left: 1_587, right: 1_474, header: 851, footer: 1_400 },
} as const
/** Width of the type area in twips. */
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right

/** The font, what other machines call it or have in its place, and its family and pitch as Word files them. */
const TABLE: readonly (readonly [name: string, others: string, family: string])[] = [
  ['方正小标宋简体', '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,Noto Serif CJK SC,Source Han Serif SC,宋体', 'roman'],
  ['仿宋_GB2312', '仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong,方正仿宋_GBK,Noto Serif CJK SC', 'modern'],
  ['楷体_GB2312', '楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti,方正楷体_GBK,Noto Serif CJK SC', 'modern'],
  ['黑体', 'SimHei,华文黑体,STHeiti,方正黑体_GBK,Noto Sans CJK SC,Source Han Sans SC', 'swiss'],
  ['宋体', 'SimSun,华文宋体,STSong,方正书宋_GBK,Noto Serif CJK SC,Source Han Serif SC', 'roman'],
]

/** The font table of the Word file: Word, WPS and LibreOffice look here for what to take where a font is missing. */
export function fontTableXml(): string {
  const fonts = TABLE.map(
    ([name, others, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  const western =
    '<w:font w:name="Times New Roman"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}${western}</w:fonts>`
}
