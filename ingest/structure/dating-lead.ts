import type { ParsedDocument } from '../corpus/document.ts'
import type { Sentence } from '../corpus/sentence.ts'
import { foldYears } from './fold-years.ts'

/** 到2030年，努力实现以下目标： announces what is to be reached by then, in the paragraphs that follow. */
const ANNOUNCES = /^[^。]{0,12}[到至]\s?(?:19|20)\d{2}\s?年[^。]{0,60}[：:]$/

/** Whether a sentence says by what year all that follows is to be reached. */
export function announcesYear(text: string): boolean {
  return /[：:]$/.test(text) && ANNOUNCES.test(foldYears(text))
}

/**
 * The sentence before another one in its section, or in the section above it, that says by what year all that follows is to be reached. Sentences are asked for in their order.
 */
export function createDatingLead({ sections }: ParsedDocument): (sentence: Sentence) => string {
  let lead: Sentence | null = null
  const holds = (section: number): boolean => {
    for (let at: number | null = section; at !== null && lead !== null; at = sections[at]?.parent ?? null) if (at === lead.section) return true
    return false
  }
  return (sentence) => {
    if (announcesYear(sentence.text)) {
      lead = sentence
      return ''
    }
    if (lead !== null && !holds(sentence.section)) lead = null
    return lead?.text ?? ''
  }
}
