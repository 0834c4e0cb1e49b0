import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { createIndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import { STANDARD_INDICATORS } from '../../ingest/facts/indicator-synonyms.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { Analyzer } from '../../ingest/text/analyzer.ts'
import { createScriptConverter } from '../../ingest/text/convert-script.ts'
import { type CitationBook, createCitationBook } from '../answer/cite/citations.ts'
import { createSnapshotReadings, type SnapshotReadings } from '../answer/cite/snapshot-readings.ts'
import type { FactReader, LedgerFact } from '../answer/facts/fact-reader.ts'
import { createStatementVerifier } from '../answer/verify/verify-statement.ts'
import type { BriefBody } from '../contract/briefs.ts'
import { createRetriever, type Retriever } from '../retrieval/retriever.ts'
import { createGazetteer, shortPlaceName } from '../understand/gazetteer.ts'
import { createSynonymFinder } from '../understand/other-names.ts'
import type { BriefComposer } from './brief-composer.ts'
import { filterOf, type PlaceWeights, weighPlaces } from './brief-scope.ts'
import type { BriefUnit } from './brief-unit.ts'
import { type BriefTable, buildTable, type TableFact } from './build-table.ts'
import { type ChosenUnit, chooseUnits } from './choose-units.ts'
import { citeConflicts } from './cite-conflicts.ts'
import { cutUnits } from './cut-units.ts'
import { describePlan, placeRank, tableCaption } from './describe-plan.ts'
import { findGaps, type HeldItem } from './find-gaps.ts'
import { isShortcoming, isTelling } from './is-telling.ts'
import { keepOutline } from './keep-outline.ts'
import { outlineSections } from './outline-sections.ts'
import { tenseOf } from './outline-shape.ts'
import { type RankedSentence, rankSentences } from './rank-sentences.ts'
import { type BriefPlan, readBriefRequest } from './read-request.ts'
import { createToldFacts } from './told-facts.ts'

const MAX_CHARS: Readonly<Record<BriefPlan['length'], number>> = { short: 900, normal: 1_720, long: 3_600 }
const MIN_RELEVANCE = 0.3
/** Below this a sentence is told only where its whole section is about the topic. */
const SURE_RELEVANCE = 0.46
const MIN_SECTION_RELEVANCE = 0.35
/** A sentence with so many of the economy's main figures is told beside the table that holds them. */
const OVERVIEW_FIGURES = 4

/** Below this a body is too short to leave out what the table holds. */
const MIN_BODY_CHARS = 600

/** Makes the deterministic composer: what it works out of a snapshot is kept as long as the snapshot is. */
export function createBriefComposer(dependencies: {
  readonly analyzer: Analyzer
  readonly embedder: Embedder | null
  readonly facts: FactReader
  readonly readings?: SnapshotReadings
  /** Shared with others that search the same library. */
  readonly retriever?: Retriever
}): BriefComposer {
  const { analyzer, embedder, facts, readings = createSnapshotReadings() } = dependencies
  const retriever = dependencies.retriever ?? createRetriever({ analyzer, embedder, synonyms: createSynonymFinder(), columns: readings.columns })
  const tools = { gazetteer: createGazetteer(), convertScript: createScriptConverter() }
  const group = createIndicatorGrouping()
  /** The indicator that a topic is the name of, topic by topic. */
  const indicatorsOf = (plan: BriefPlan): (string | null)[] =>
    plan.topics.map((topic) => {
      const name = group(topic)
      return STANDARD_INDICATORS.has(name) ? name : null
    })

  const tableFacts = (snapshot: LibrarySnapshot, plan: BriefPlan, places: PlaceWeights, ranked: readonly RankedSentence[]): TableFact[] => {
    if (!plan.isHeadline) return ranked.flatMap(({ row, relevance }) => facts.ofRow(row).map((fact) => ({ row, fact, relevance })))
    return snapshot.sentences
      .filter(({ sentence: { facets, text } }) => (places.size === 0 || places.has(facets.place ?? '')) && /\d/.test(text))
      .flatMap((row) => facts.ofRow(row).map((fact) => ({ row, fact, relevance: 1 })))
      .filter(({ fact }) => STANDARD_INDICATORS.has(fact.indicator))
  }

  /** Sentences that give the economy's main figures in one breath, whether or not the request's words are in them. */
  const overviewsOf = (snapshot: LibrarySnapshot, plan: BriefPlan, places: PlaceWeights, ranked: readonly RankedSentence[]): RankedSentence[] => {
    const known = new Set(ranked.map(({ row }) => row.row))
    return snapshot.sentences.flatMap((row) => {
      const { facets, text } = row.sentence
      if (known.has(row.row) || !/\d/.test(text) || (places.size > 0 && !places.has(facets.place ?? ''))) return []
      if (plan.years.length > 0 && (facets.year === null || !plan.years.includes(facets.year))) return []
      const figures = facts.ofRow(row).filter(({ indicator }) => STANDARD_INDICATORS.has(indicator))
      return figures.length >= OVERVIEW_FIGURES ? [{ row, topic: 0, relevance: 1, sectionRelevance: 1 }] : []
    })
  }

  const chooseFrom = (units: readonly BriefUnit[], plan: BriefPlan, places: PlaceWeights, table: BriefTable | null): ChosenUnit[] => {
    const isOverview = (unit: BriefUnit): boolean =>
      plan.isHeadline && unit.facts.filter(({ indicator }) => STANDARD_INDICATORS.has(indicator)).length >= OVERVIEW_FIGURES
    const choose = (tabled: ReadonlySet<LedgerFact['fact']>): ChosenUnit[] =>
      chooseUnits(units, MAX_CHARS[plan.length] - tableChars(table), {
        weightOf: (unit) => weigh(unit, plan, places),
        wanted: wantedScopes(plan, places, tabled),
        told: createToldFacts((fact) => tabled.has(fact), isOverview),
      })
    const chosen = choose(table?.told ?? new Set())
    const chars = chosen.reduce((sum, { unit }) => sum + unit.text.length, 0)
    // Where there is room, what the table compares is told in sentences too: a paper is not all table.
    return chars >= MIN_BODY_CHARS ? chosen : choose(new Set())
  }

  return {
    async compose(snapshot, { request, filters, length, plan: edits }) {
      const [knowledge, twins] = [readings.knowledge.of(snapshot), readings.twins.of(snapshot)]
      const plan = readBriefRequest(request, knowledge, tools, { filters, length, edits })
      const places = weighPlaces(snapshot, plan, knowledge.widestPlace)
      requireGround(snapshot, plan, places)
      const { sentences, absent } = await rankSentences(snapshot, plan.topics, filterOf(plan, places), retriever)
      if (absent.length === plan.topics.length && !plan.isHeadline) throw nothingFound(plan)
      const ranked = sentences.filter(
        (sentence) =>
          isOnTopic(sentence) && isTelling(sentence.row, [plan.request, ...plan.topics]) && (plan.wantsProblems || !isShortcoming(sentence.row)),
      )
      if (plan.isHeadline) ranked.unshift(...overviewsOf(snapshot, plan, places, ranked))
      const topicIndicators = indicatorsOf(plan)
      const table = buildTable(tableFacts(snapshot, plan, places, sentences), tableCaption(plan), {
        years: plan.years,
        indicators: topicIndicators.every((name) => name !== null) ? new Set(topicIndicators) : new Set(),
        placeRank: (place) => placeRank(place, plan, knowledge.widestPlace),
      })
      const units = ranked.flatMap((sentence) => cutUnits(sentence, facts.ofRow(sentence.row))).filter((unit) => isOfIndicator(unit, topicIndicators))
      // Figures of several indicators stand in one sentence: such a brief is divided by years alone.
      const outlined = { ...plan, isHeadline: plan.isHeadline || topicIndicators.every((name) => name !== null) }
      const { chosen, shape } = keepOutline(units, edits?.outline, outlined, (from) => chooseFrom(from, plan, places, table))
      const verify = createStatementVerifier(
        group,
        knowledge.places.flatMap(({ name }) => [name, shortPlaceName(name)]),
      )
      const book = createCitationBook(twins)
      const sections = outlineSections(chosen, outlined, { shape, outline: edits?.outline, book, verify })
      const tables = table ? [citeTable(table, book)] : []
      if (sections.length === 0 && tables.length === 0) throw nothingFound(plan)
      return {
        title: plan.title,
        request: plan.request,
        understood: describePlan(plan, places),
        sections,
        tables,
        conflicts: citeConflicts(ranked, facts, plan, book),
        gaps: findGaps(plan, [...ranked.flatMap((sentence) => heldOf(sentence, facts)), ...(table?.told ?? [])], plan.isHeadline ? [] : absent),
        citations: [...book.citations],
        indexFingerprint: snapshot.fingerprint,
      }
    },
  }
}

/** Each year of each named place that the table does not speak of. */
function wantedScopes(plan: BriefPlan, places: PlaceWeights, tabled: ReadonlySet<LedgerFact['fact']>): ((unit: BriefUnit) => boolean)[] {
  const named = [...places].filter(([, weight]) => weight === 1).map(([place]) => place)
  return plan.years.flatMap((year) =>
    named
      .filter((place) => ![...tabled].some((fact) => fact.year === year && fact.place === place))
      .map((place) => (unit: BriefUnit) => unit.year === year && unit.place === place),
  )
}

function isOnTopic({ relevance, sectionRelevance }: RankedSentence): boolean {
  return relevance >= SURE_RELEVANCE || (relevance >= MIN_RELEVANCE && sectionRelevance >= MIN_SECTION_RELEVANCE)
}

/** A topic that is an indicator's name wants that indicator; where all topics are, any of them. */
function isOfIndicator({ topic, facts }: BriefUnit, indicators: readonly (string | null)[]): boolean {
  const wanted: readonly (string | null)[] = indicators.every((name) => name !== null) ? indicators : [indicators[topic] ?? null]
  return wanted.includes(null) || facts.some((fact) => wanted.includes(fact.indicator))
}

function citeTable({ table: { caption, columns, rows } }: BriefTable, book: CitationBook): BriefBody['tables'][number] {
  return {
    caption,
    columns: [...columns],
    rows: rows.map((cells) => cells.map((cell) => ({ text: cell.text, citations: cell.rows.map((row) => book.cite(row)) }))),
  }
}

/** What a sentence says of which year: its own, and those of its figures. */
function heldOf({ row }: RankedSentence, facts: FactReader): HeldItem[] {
  const { year, place, tense } = row.sentence.facets
  return [{ year, place, tense: tenseOf({ row, tense }) }, ...facts.ofRow(row).map((fact) => ({ year: fact.year, place, tense: fact.tense }))]
}

function requireGround(snapshot: LibrarySnapshot, plan: BriefPlan, places: PlaceWeights): void {
  if (snapshot.sentences.length === 0) throw new CodedError('brief_library_empty', '文库里还没有文件，写不出简报。请先在“文库”页上传文件。')
  if (plan.topics.length === 0) {
    throw new CodedError('brief_topic_missing', '没有看出简报要写什么主题。请写明主题，例如“某市就业工作2024—2025年目标与进展”。')
  }
  if (plan.places.length > 0 && places.size === 0) throw nothingFound(plan)
}

function nothingFound(plan: BriefPlan): CodedError {
  const scope = [plan.years.map((year) => `${year}年`).join('、'), plan.places.map(({ name }) => name).join('、')]
    .filter((part) => part !== '')
    .join(' ')
  const message = `文库里没有找到${scope === '' ? '' : `${scope} `}关于“${plan.topics.join('、')}”的内容，没有生成简报。请换一个主题、年份或地区，或先上传相关文件。`
  return new CodedError('brief_nothing_found', message, { topics: plan.topics, years: plan.years, places: plan.places.map(({ name }) => name) })
}

function tableChars(table: BriefTable | null): number {
  return table?.table.rows.flat().reduce((sum, { text }) => sum + text.length, 0) ?? 0
}

/** A plan where results were asked for, or the other way round. */
const OTHER_TENSE = 0.6

function weigh(unit: BriefUnit, plan: BriefPlan, places: PlaceWeights): number {
  const place = places.size === 0 ? 1 : (places.get(unit.place ?? '') ?? 0)
  const year = plan.years.length === 0 || (unit.year !== null && plan.years.includes(unit.year)) ? 1 : unit.year === null ? 0.4 : 0
  const wish = unit.year === null ? undefined : plan.wishes.get(unit.year)
  const tense = tenseOf(unit)
  return place * year * (wish === undefined || wish === 'both' || tense === null || tense === wish ? 1 : OTHER_TENSE)
}
