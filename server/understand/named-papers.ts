/** What a question may call a paper by. */
export interface PaperNames {
  readonly documentId: string
  readonly title: string
  /** 文号 as printed. */
  readonly number: string | null
}

/** A paper that a question names, with the words that name it. */
export interface NamedPaper {
  readonly text: string
  readonly documentIds: readonly string[]
}

const IN_IT = '(?:这[份个]|那[份个])?(?:的)?(?:文件|通知|报告|方案|办法|意见|批复|决定)?(?:里面?|中|上|的)?'
/** 某政办〔2031〕7号, with any brackets. */
const NUMBER = new RegExp(`([\\p{Script=Han}]{1,10})[〔[（(【]?(\\d{4})[〕\\]）)】](?:第)?(\\d{1,4})号${IN_IT}`, 'gu')
/** 十七大报告: a congress by its number, where its report is meant rather than the time since or the number of things. */
const CONGRESS = /(?:党的)?(二?十?[一二三四五六七八九十])大(?:报告(?:里面?|中|上|的)?|(?=的?(?:说法|提法)|[上对和与跟、，,？?]|提出|指出|分别|各))/g

/** 2031年的报告说: the reports of that year, whatever years they tell of. */
const REPORT = /((?:19|20)\d{2})年(?:的)?(?:国务院|政府|省|市|区|县)?(?:政府)?(?:工作)?报告(?:里面?|中|上)?(?:又|还|则|却)?(?=[说提讲指承写认定])/g

/** The papers of the library that a question names by their number, as the report of a congress or as the reports of a year. */
export function findNamedPapers(question: string, papers: readonly PaperNames[]): NamedPaper[] {
  const numbered = [...question.matchAll(NUMBER)].map(([text = '', office = '', year, number]) => ({
    text,
    documentIds: idsOf(papers, (paper) => {
      const own = /^(.*?)[〔[（(【]?(\d{4})[〕\]）)】](?:第)?(\d+)号/.exec(paper.number ?? '')
      return own !== null && own[2] === year && Number(own[3]) === Number(number) && office.endsWith(own[1]?.replace(/\s+/g, '') ?? '')
    }),
  }))
  const congresses = [...question.matchAll(CONGRESS)].map(([text = '', count = '']) => ({
    text,
    documentIds: idsOf(
      papers,
      ({ title }) => title.includes(`第${count}次全国代表大会`) || new RegExp(`(?<![一二三四五六七八九十])${count}大`).test(title),
    ),
  }))
  const reports = [...question.matchAll(REPORT)].map(([text = '', year]) => ({
    text,
    documentIds: idsOf(papers, ({ title }) => title.includes(`${year}年`) && title.includes('报告')),
  }))
  return [...numbered, ...congresses, ...reports].filter(({ documentIds }) => documentIds.length > 0)
}

function idsOf(papers: readonly PaperNames[], isMeant: (paper: PaperNames) => boolean): string[] {
  return papers.filter(isMeant).map(({ documentId }) => documentId)
}

/** The question without the words that name papers: they say where to look, not what for. */
export function withoutPapers(text: string, named: readonly NamedPaper[]): string {
  return named.reduce((rest, paper) => rest.replaceAll(paper.text, ' '), text)
}
