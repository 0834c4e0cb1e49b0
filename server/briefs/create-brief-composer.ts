import { CodedError } from '../../ingest/corpus/coded-error.ts'
import type { Embedder } from '../../ingest/embedding/embedder.ts'
import { createIndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import { INDICATOR_SYNONYMS } from '../../ingest/facts/indicator-synonyms.ts'
import type { LibrarySnapshot } from '../../ingest/index/library-snapshot.ts'
import type { Analyzer } from '../../ingest/text/analyzer.ts'
import { type CitationBook, createCitationBook, createTwinFinder, type TwinFinder } from '../answer/citations.ts'
import { createStatementVerifier } from '../answer/verify-statement.ts'
import type { Conflict } from '../contract/chat.ts'
import type { FactReader, LedgerFact } from '../answer/fact-reader.ts'
import { findConflicts } from '../ledger/find-conflicts.ts'
import { createRetriever } from '../retrieval/retriever.ts'
import { createScriptConverter } from '../understand/convert-script.ts'
import { createGazetteer, shortPlaceName } from '../understand/gazetteer.ts'
import { createLibraryKnowledge, type LibraryKnowledge } from '../understand/library-knowledge.ts'
import { createSynonymFinder } from '../understand/other-names.ts'
import type { BriefComposer } from './brief-composer.ts'
import { filterOf, type PlaceWeights, weighPlaces } from './brief-scope.ts'
import type { BriefUnit } from './brief-unit.ts'
import { type BriefTable, buildTable, figureText, type TableFact } from './build-table.ts'
import { chooseUnits } from './choose-units.ts'
import { cutUnits } from './cut-units.ts'
import { findGaps } from './find-gaps.ts'
import { outlineSections } from './outline-sections.ts'
import { type RankedSentence, rankSentences } from './rank-sentences.ts'
import { type BriefPlan, readBriefRequest } from './read-request.ts'

const MAX_CHARS: Readonly<Record<BriefPlan['length'], number>> = { short: 900, normal: 1_720, long: 3_600 }
/** Sentences less relevant than this are not looked through for conflicts. */
const CONFLICT_RELEVANCE = 0.5
const MIN_RELEVANCE = 0.33

/** Makes the deterministic composer: what it works out of a snapshot is kept as long as the snapshot is. */
export function createBriefComposer(dependencies: {
  readonly analyzer: Analyzer
  readonly embedder: Embedder | null
  readonly facts: FactReader
}): BriefComposer {
  const { analyzer, embedder, facts } = dependencies
  const retriever = createRetriever({ analyzer, embedder, synonyms: createSynonymFinder() })
  const tools = { gazetteer: createGazetteer(), convertScript: createScriptConverter() }
  const group = createIndicatorGrouping()
  const headline = new Set(INDICATOR_SYNONYMS.map(([name]) => name))
  const views = new WeakMap<LibrarySnapshot, { readonly knowledge: LibraryKnowledge; readonly twins: TwinFinder }>()
  const viewOf = (snapshot: LibrarySnapshot): { readonly knowledge: LibraryKnowledge; readonly twins: TwinFinder } => {
    const view = views.get(snapshot) ?? { knowledge: createLibraryKnowledge(snapshot), twins: createTwinFinder(snapshot) }
    views.set(snapshot, view)
    return view
  }

  const tableFacts = async (
    snapshot: LibrarySnapshot,
    plan: BriefPlan,
    places: PlaceWeights,
    ranked: readonly RankedSentence[],
  ): Promise<TableFact[]> => {
    if (!plan.isHeadline) {
      return ranked.flatMap(({ row, relevance }) => facts.ofRow(row).map((fact) => ({ row, fact, relevance })))
    }
    const all: readonly LedgerFact[] = await facts.ofLibrary(snapshot)
    return all
      .filter(({ fact }) => headline.has(fact.indicator) && (places.size === 0 || places.has(fact.place ?? '')))
      .map((item) => ({ ...item, relevance: 1 }))
  }

  return {
    async compose(snapshot, { request, filters, length }) {
      const { knowledge, twins } = viewOf(snapshot)
      const plan = readBriefRequest(request, knowledge, tools, { filters, length })
      const places = weighPlaces(snapshot, plan)
      requireGround(snapshot, plan, places)
      const { sentences, absent } = await rankSentences(snapshot, plan.topics, filterOf(plan, places), retriever)
      if (absent.length === plan.topics.length && !plan.isHeadline) throw nothingFound(plan)
      const ranked = sentences.filter(
        ({ row, relevance }) => relevance >= MIN_RELEVANCE && (row.sentence.role === 'body' || row.sentence.role === 'item'),
      )
      const table = buildTable(await tableFacts(snapshot, plan, places, sentences), `${plan.subject}对照`, plan.years)
      const units = ranked.flatMap((sentence) => cutUnits(sentence, facts.ofRow(sentence.row))).filter((unit) => !isTold(unit, table))
      const maxChars = MAX_CHARS[plan.length] - tableChars(table)
      const verify = createStatementVerifier(
        group,
        knowledge.places.flatMap(({ name }) => [name, shortPlaceName(name)]),
      )
      const chosen = chooseUnits(units, maxChars, (unit) => weigh(unit, plan, places))
      const book = createCitationBook(twins)
      const sections = outlineSections(chosen, plan, book, verify)
      const tables = (table ? [table.table] : []).map(({ rows, ...rest }) => ({
        caption: rest.caption,
        columns: [...rest.columns],
        rows: rows.map((cells) => cells.map((cell) => ({ text: cell.text, citations: cell.rows.map((row) => book.cite(row)) }))),
      }))
      if (sections.length === 0 && tables.length === 0) throw nothingFound(plan)
      return {
        title: `关于${plan.subject}的简报`,
        request: plan.request,
        understood: {
          topics: [...plan.topics],
          years: [...plan.years],
          places: plan.places.map(({ name }) => name),
          ...(plan.audience === null ? {} : { audience: plan.audience }),
        },
        sections,
        tables,
        conflicts: citeConflicts(ranked, facts, plan, book),
        gaps: findGaps(
          plan,
          chosen.map(({ unit }) => unit),
          table,
          absent,
        ),
        citations: [...book.citations],
        indexFingerprint: snapshot.fingerprint,
      }
    },
  }
}

/** What the sentences about the topics say in two ways, both cited. */
function citeConflicts(ranked: readonly RankedSentence[], facts: FactReader, plan: BriefPlan, book: CitationBook): Conflict[] {
  const related = ranked
    .filter(({ relevance }) => relevance >= CONFLICT_RELEVANCE)
    .flatMap(({ row }) => facts.ofRow(row).map((fact) => ({ row, fact })))
  return findConflicts(related).flatMap(({ values }) => {
    const first = values[0]?.[0]?.fact
    if (!first || (plan.years.length > 0 && first.year !== null && !plan.years.includes(first.year))) return []
    const told = values.map((items) => ({
      text: items[0] ? figureText(items[0].row.sentence.text, items[0].fact) : '',
      citations: [...new Set(items.map(({ row }) => book.cite(row)))],
    }))
    return [{ indicator: first.indicator, year: first.year, place: first.place, values: told }]
  })
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

/** A unit whose every figure stands in the table. */
function isTold(unit: BriefUnit, table: BriefTable | null): boolean {
  return table !== null && unit.facts.length > 0 && unit.facts.every((fact) => table.told.has(fact))
}

function tableChars(table: BriefTable | null): number {
  return table?.table.rows.flat().reduce((sum, { text }) => sum + text.length, 0) ?? 0
}

function weigh(unit: BriefUnit, plan: BriefPlan, places: PlaceWeights): number {
  const place = places.size === 0 ? 1 : (places.get(unit.place ?? '') ?? 0)
  const year = plan.years.length === 0 || (unit.year !== null && plan.years.includes(unit.year)) ? 1 : unit.year === null ? 0.4 : 0
  return place * year
}
