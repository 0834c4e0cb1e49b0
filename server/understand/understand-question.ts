import { foldYears } from '../../ingest/structure/fold-years.ts'
import type { ScriptConverter } from '../../ingest/text/convert-script.ts'
import type { Segmenter } from '../../ingest/text/segmenter.ts'
import type { ChatFilters, Understood } from '../contract/chat.ts'
import { answerTypeOf } from './answer-type.ts'
import { readClauses } from './asking-clauses.ts'
import { isBareMeasure } from './bare-measure.ts'
import { findPlaces } from './find-places.ts'
import { findYears } from './find-years.ts'
import { focusStretches, isContentFree } from './focus.ts'
import {
  completeQuestion,
  exchangeSubject,
  inheritFocus,
  leansOnPrevious,
  namesAnother,
  namesOnlyChange,
  namesOnlyPlaces,
  withoutReplaced,
  withoutReplacedMeasure,
} from './follow-up.ts'
import { inheritTense, namesOnlyPlan, ofPlan } from './follow-up-time.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { AskedPlace, Expected, FocusPart, Intent } from './intent.ts'
import { readThings } from './joined-things.ts'
import type { LibraryKnowledge } from './library-knowledge.ts'
import { mendAbbreviation, mendHomophones, type PinyinReader, readPinyinQuestion, type SoundIndex } from './mend-slips.ts'
import { findNamedPapers, withoutPapers } from './named-papers.ts'
import { LATIN_ABBREVIATIONS } from './other-names.ts'
import { namePlanEnds } from './plan-periods.ts'
import { askedCount, askedTense, classifyQuestion, contrastsTenses } from './question-kind.ts'
import { readSides } from './read-sides.ts'
import { readAskedPart } from './section-cues.ts'
import type { Slots } from './slots.ts'
import { nameSpokenMeasures } from './spoken-measures.ts'

/** What reading a question needs beside the library. */
export interface QuestionReaderTools {
  readonly gazetteer: Gazetteer
  readonly convertScript: ScriptConverter
  readonly segmenter: Segmenter
  readonly readPinyin: PinyinReader
}

/** Words of questions by their pinyin, which no document holds. */
const PARTICLES: ReadonlyMap<string, string> = new Map([
  ['shi', '是'],
  ['le', '了'],
  ['nian', '年'],
  ['duoshao', '多少'],
  ['de', '的'],
  ['you', '有'],
  ['ge', '个'],
  ['mubiao', '目标'],
  ['ma', '吗'],
  ['ne', '呢'],
  ['jihua', '计划'],
  ['shiji', '实际'],
  ['zengzhang', '增长'],
  ['shenme', '什么'],
  ['naxie', '哪些'],
  ['shui', '谁'],
  ['jinnian', '今年'],
  ['qunian', '去年'],
])

/**
 * Reads a question: mends its script and slips, finds years, places, kind and focus, fills in from the turn before what a follow-up leaves out.
 *
 * @param before the slots of the turn before, null at the start of a conversation
 * @param filters years and places that the user set by hand; they replace what the question says
 */
export function understandQuestion(
  raw: string,
  library: LibraryKnowledge,
  sounds: SoundIndex,
  tools: QuestionReaderTools,
  before: Slots | null,
  filters: ChatFilters,
): Intent {
  const intent = readQuestion(raw, library, sounds, tools, before, filters)
  const sides = readSides(intent.asked, before, {
    library,
    divisions: tools.gazetteer.divisions,
    cut: tools.segmenter.cut,
    read: (question, scope) => readQuestion(question, library, NO_SOUNDS, tools, scope, filters),
  })
  if (sides.length > 0) return { ...intent, sides }
  const readAlone = (question: string): Intent => readQuestion(question, library, NO_SOUNDS, tools, null, filters)
  const clauses = readClauses(intent, readAlone)
  const things = clauses.length > 0 ? [] : readThings(intent, { mentions: library.mentions, cut: tools.segmenter.cut }, readAlone)
  return { ...intent, ...(clauses.length > 0 ? { clauses } : {}), ...(things.length > 0 ? { things } : {}) }
}

/** Five years are told one by one where papers of so many years are there. */
const MIN_YEARS_ONE_BY_ONE = 3
const YEARS_SUMMED = 5

const NO_SOUNDS: SoundIndex = { word: () => undefined, startingWith: () => [], longest: 0 }

function readQuestion(
  raw: string,
  library: LibraryKnowledge,
  sounds: SoundIndex,
  tools: QuestionReaderTools,
  before: Slots | null,
  filters: ChatFilters,
): Intent {
  const { text: asked, notes } = mendQuestion(raw, library, sounds, tools)
  const conversationYear = before?.years.at(-1) ?? null
  const speakers = [...library.speakers].filter(([name]) => asked.includes(name))
  const papers = findNamedPapers(asked, library.papers)
  const anchor = speakers.length > 0 ? null : conversationYear
  const foundYears = findYears(asked, { newest: library.newestYear, conversation: anchor, sumsUp: library.documentYears.size < MIN_YEARS_ONE_BY_ONE })
  const foundPlaces = findPlaces(foundYears.rest, { held: library.places, mentions: library.mentions }, tools.gazetteer.divisions)
  const ownStretches = focusStretches(
    withoutNames(
      withoutPapers(foundPlaces.rest, papers),
      speakers.map(([name]) => name),
    ),
  )
  const replaced = before && withoutReplaced(before, asked, { year: foundYears.years.length > 0, place: foundPlaces.places.length > 0 })
  const isOfPlan = replaced !== null && namesOnlyPlan(ownStretches)
  const previous = isOfPlan ? ofPlan(replaced, asked) : replaced
  const contentFree =
    isOfPlan ||
    isContentFree(ownStretches) ||
    (previous !== null && (namesOnlyChange(ownStretches) || namesOnlyPlaces(ownStretches, foundPlaces.places)))
  const leans = previous !== null && (contentFree || leansOnPrevious(asked, ownStretches, foundYears.years.length > 0, foundPlaces.places.length > 0))
  const ownTexts = isOfPlan ? [] : contentFree ? ownStretches : ownStretches.filter((text) => !isContentFree([text]))
  const own = ownTexts.map((text): FocusPart => ({ text, weight: 1 }))
  const comparing = previous !== null && /^(?:比|和|跟|与)/.test(asked) && foundYears.years.length > 0
  const years =
    filters.years ??
    (comparing
      ? [...new Set([...(previous?.years ?? []), ...foundYears.years])].toSorted()
      : foundYears.years.length > 0
        ? foundYears.years
        : (previous?.years ?? []))
  const places = filters.places
    ? filters.places.map(
        (name): AskedPlace => ({
          name,
          standing: 'held',
          strict: true,
          documents: library.places.find((place) => place.name === name)?.documents ?? [],
        }),
      )
    : foundPlaces.places.length > 0
      ? foundPlaces.places
      : (previous?.places ?? [])
  const exchanged =
    leans && previous && foundYears.years.length + foundPlaces.places.length === 0
      ? exchangeSubject(asked, previous, tools.segmenter.cut, library.mentions)
      : null
  const subject = previous && (contentFree ? previous : withoutReplacedMeasure(previous, own))
  const focus = exchanged ?? (leans && subject ? inheritFocus(own, contentFree, subject) : own)
  const placeNames = places.map((place) => place.name)
  const question = leans && subject ? completeQuestion(asked, contentFree, subject, years, placeNames) : asked
  const classified = classifyQuestion(
    asked,
    // What five years brought is a part of a paper.
    foundYears.summed ? (readAskedPart(asked)?.part ? YEARS_SUMMED : 0) : foundYears.years.length,
    foundPlaces.joined ? foundPlaces.places.filter((place) => place.standing === 'held' || place.documents !== undefined).length : 0,
    tools.segmenter.cut,
  )
  const inheritsKind =
    leans && previous !== null && (contentFree || /呢[？?]?$/.test(asked)) && classified.kind === 'value' && classified.expected.kind === 'statement'
  const isBare = classified.kind === 'value' && classified.expected.kind === 'statement' && isBareMeasure(focus)
  const expected: Expected = inheritsKind ? previous.expected : isBare ? { kind: 'figure', unit: '' } : classified.expected
  const saidTense = askedTense(asked)
  const isBoth = contrastsTenses(asked)
  const tenses =
    saidTense === null && !isBoth && inheritsKind ? inheritTense(previous, foundYears.years, isOfPlan) : { tense: saidTense, bothTenses: isBoth }
  const ofPaper = leans && contentFree && previous?.kind === 'metadata' && classified.kind === 'value'
  return {
    // What only names another time, place or tense asks what the turn before asked.
    asked: inheritsKind && contentFree ? question : asked,
    question,
    ...(ofPaper && previous.askedOfPaper !== undefined ? { askedOfPaper: previous.askedOfPaper } : {}),
    ...(leans && namesAnother(asked) && previous?.asked !== undefined ? { askedBefore: previous.asked } : {}),
    years: documentYears(speakers, foundYears.relative, years),
    places,
    focus,
    indicators: nameSubjects(focus),
    kind: ofPaper
      ? 'metadata'
      : inheritsKind
        ? previous.kind === 'compare' || previous.kind === 'change' || previous.kind === 'metadata'
          ? 'value'
          : previous.kind
        : classified.kind,
    expected,
    answerType: inheritsKind ? (previous.expected.kind === 'figure' ? 'figure' : null) : answerTypeOf(asked),
    ...tenses,
    spoken: { years: filters.years ?? (foundYears.relative ? [] : foundYears.years), tense: saidTense },
    count: askedCount(asked),
    quoted: [...asked.matchAll(/[“"「『《]([^”"」』》]{2,40})[”"」』》]/g)].map((match) => match[1] ?? ''),
    documentIds: filters.documentIds ?? [...new Set([...speakers.flatMap(([, ids]) => ids), ...papers.flatMap(({ documentIds }) => documentIds)])],
    before: leans && previous ? (previous.cited ?? []) : [],
    notes,
  }
}

const OFFICE = '(?:省长|市长|区长|县长|旗长|州长|盟长|主席|主任|总理|同志)?'

/** Who gave a report says which one is meant, not what is asked of it. */
function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replace(new RegExp(`${name}${OFFICE}`, 'g'), ' '), text)
}

/** 今年 in a report that the question names by its speaker is that report's year, which its sentences carry already. */
function documentYears(speakers: readonly unknown[], relative: boolean, years: readonly number[]): readonly number[] {
  return speakers.length > 0 && relative ? [] : years
}

function mendQuestion(
  raw: string,
  library: LibraryKnowledge,
  sounds: SoundIndex,
  tools: QuestionReaderTools,
): { text: string; notes: readonly string[] } {
  const plain = foldYears(tools.convertScript(raw.normalize('NFKC').trim()))
  const spoken = readPinyinQuestion(plain, sounds, PARTICLES)
  const abbreviated = mendAbbreviation(spoken, LATIN_ABBREVIATIONS)
  const named = nameSpokenMeasures(abbreviated)
  const dated = namePlanEnds(named.text, library)
  const { text, mended } = mendHomophones(dated.text, sounds, tools.readPinyin, library, tools.segmenter)
  const notes = [...(spoken !== plain ? [`拼音按“${spoken}”理解`] : []), ...named.notes, ...dated.notes, ...mended]
  return { text, notes }
}

/** What the question is about, as a reader is shown it: without a word that only binds, and a measure word left over from its number. */
function nameSubjects(focus: readonly FocusPart[]): string[] {
  return focus
    .filter((part) => part.weight === 1)
    .map((part) => part.text.replace(/^个(?![人体税性别])/, ''))
    .filter((text) => !/^[和与及跟同或比、]+$/.test(text))
}

/** The intent as the page shows it. */
export function describeIntent(intent: Intent): Understood {
  return {
    question: intent.question,
    years: [...intent.years],
    places: intent.places.map((place) => place.name),
    indicators: [...intent.indicators],
    kind: intent.kind,
  }
}
