import type { ParsedDocument } from '../corpus/document.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { foldYears } from './fold-years.ts'

/** 到2030年，努力实现以下目标： and 2030年的主要目标是： announce what is to be reached by then, in the paragraphs that follow. */
const ANNOUNCES = /^[^。]{0,12}(?:[到至]\s?(?:19|20)\d{2}\s?年[^。]{0,60}|(?:19|20)\d{2}\s?年的?[^。，]{0,20}目标[^。，]{0,20})[：:]$/

/** Whether a sentence says by what year all that follows is to be reached. */
export function announcesYear(text: string): boolean {
  return /[：:]$/.test(text) && ANNOUNCES.test(foldYears(text))
}

/** 第一阶段到2030年，…: in a part on aims it dates its whole paragraph. */
const BEGINS_STAGE = /^(?:第[一二三四]阶段|[一二三四]是|[（(][一二三四][）)])?[：:，,]?[到至]\s?(?:19|20)\d{2}\s?年[底末]?[，,]/
const AIMS = /目标|阶段|愿景/

/**
 * The sentence before another one in its section, or in the section above it, that says by what year all that follows is to be reached; in a part on aims the one that begins its
 * paragraph so. Sentences are asked for in their order.
 */
export function createDatingLead({ sections, text }: ParsedDocument): (sentence: Sentence) => string {
  let lead: Sentence | null = null
  let stage: Sentence | null = null
  let end = 0
  const holds = (section: number): boolean => {
    for (let at: number | null = section; at !== null && lead !== null; at = sections[at]?.parent ?? null) if (at === lead.section) return true
    return false
  }
  return (sentence) => {
    if (text.slice(end, sentence.range.start).includes('\n')) stage = null
    end = sentence.range.end
    if (BEGINS_STAGE.test(foldYears(sentence.text)) && AIMS.test(sections[sentence.section]?.heading ?? '')) stage = sentence
    if (announcesYear(sentence.text)) {
      lead = sentence
      return ''
    }
    if (lead !== null && !holds(sentence.section)) lead = null
    return (stage ?? lead)?.text ?? ''
  }
}
