import type { ParsedDocument } from '../corpus/document.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { foldYears } from './fold-years.ts'

/** 到2030年，努力实现以下目标： and 2030年的主要目标是： announce what is to be reached by then, in the paragraphs that follow. */
const ANNOUNCES = /^[^。]{0,12}(?:[到至]\s?(?:19|20)\d{2}\s?年[^。]{0,60}|(?:19|20)\d{2}\s?年的?[^。，]{0,20}目标[^。，]{0,20})[：:]$/

/** Whether a sentence says by what year all that follows is to be reached. */
export function announcesYear(text: string): boolean {
  return /[：:]$/.test(text) && ANNOUNCES.test(foldYears(text))
}

const BY_YEAR = '(?:力争|争取)?[到至]\\s?(?:19|20)\\d{2}\\s?年[底末]?'
const FROM_YEAR = '(?:[从自]\\s?(?:19|20)\\d{2}\\s?年)?'
/** 第一步，到2030年…; 第二个阶段，从2035年到本世纪中叶: a step that is named so, in whatever part. */
const NAMED_STEP = new RegExp(`^第[一二三四五]个?(?:步|阶段)[^。，,：:]{0,12}[：:，,]?${FROM_YEAR}(?:${BY_YEAR}|到本世纪)`)
/** 到2030年，…, 一是到2030年，…: one of the steps of a part on aims. */
const STEP_OF_AIMS = new RegExp(`^(?:[一二三四]是|[（(][一二三四][）)])?[：:，,]?${BY_YEAR}[，,]`)
const AIMS = /目标|阶段|愿景|步骤/
/** …，到2030年年底，…: the aims of a part on what is to be done go on in the sentences that follow in its paragraph. */
const STEP_IN_MIDST = new RegExp(`[，,；;]${BY_YEAR}年?[底末]?[，,]`)
const ON_THE_WHOLE = /^(?:总体(?:要求|思路|目标|安排)|指导思想)/
/** A year by which a clause says that something is to be. */
const CLAUSE_BY_YEAR = new RegExp(`(?:^|[，,；;：:。])${BY_YEAR}`, 'g')
/** Points behind a dash, in whatever part: ——水渠成网。 */
const DASH = /^(?:—|－－|--)/

/**
 * The sentence before another one in its section, or in the section above it, that says by what year all that follows is to be reached; the one that opens a step on the way, for the
 * rest of its paragraph and for the items below it; the one that says a year right before the points behind dashes. Sentences are asked for in their order.
 */
export function createDatingLead(document: ParsedDocument): (sentence: Sentence) => string {
  const { sections, text } = document
  const unfoldedAt = createUnfolded(document)
  let lead: Sentence | null = null
  let step: Sentence | null = null
  let end = 0
  const holds = (section: number): boolean => {
    for (let at: number | null = section; at !== null && lead !== null; at = sections[at]?.parent ?? null) if (at === lead.section) return true
    return false
  }
  const opensStep = ({ text: said, section }: Sentence): boolean => {
    const folded = foldYears(said)
    const heading = sections[section]?.heading ?? ''
    return (
      NAMED_STEP.test(folded) ||
      (STEP_OF_AIMS.test(folded) && AIMS.test(heading)) ||
      (STEP_IN_MIDST.test(folded) && (AIMS.test(heading) || ON_THE_WHOLE.test(heading)))
    )
  }
  return (sentence) => {
    const opensParagraph = text.slice(end, sentence.range.start).includes('\n')
    end = sentence.range.end
    const unfolded = unfoldedAt(sentence, opensParagraph)
    if (opensStep(sentence)) step = sentence
    else if (step !== null && (sentence.section !== step.section || (opensParagraph && sentence.role !== 'item'))) step = null
    if (announcesYear(sentence.text)) {
      lead = sentence
      return ''
    }
    if (lead !== null && !holds(sentence.section)) lead = null
    return (step ?? unfolded ?? lead)?.text ?? ''
  }
}

/** The only sentence that says a year to come in the paragraph which the points behind dashes unfold, for each of these; null for all else. */
function createUnfolded({ sections }: ParsedDocument): (sentence: Sentence, opensParagraph: boolean) => Sentence | null {
  let by: Sentence | null = null
  let years = 0
  let isPoint = false
  return (sentence, opensParagraph) => {
    const { text, section } = sentence
    if (opensParagraph) {
      const { heading = '', parent = null } = sections[section] ?? {}
      isPoint = by !== null && (section === by.section ? DASH.test(text) : parent === by.section && DASH.test(heading))
      if (!isPoint) {
        by = null
        years = 0
      }
    }
    if (isPoint) return years === 1 ? by : null
    const said = foldYears(text).match(CLAUSE_BY_YEAR)?.length ?? 0
    if (said > 0) by = sentence
    years += said
    return null
  }
}
