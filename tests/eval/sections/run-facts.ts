import { join } from 'node:path'
import { foldText } from '../../../ingest/facts/fold-text.ts'
import { inSimplified } from '../../../ingest/text/convert-script.ts'
import { readFacetGold } from '../facts/facet-gold.ts'
import { readGoldSentences } from '../facts/gold-sentence.ts'
import { measureFacets } from '../facts/measure-facets.ts'
import { type FacetSource, measureFacts, type Share } from '../facts/measure-facts.ts'
import { measureMutations } from '../facts/mutations.ts'
import type { Originals } from '../judging/evidence.ts'
import { corpusFileText, readCorpusDocuments } from '../questions/corpus-texts.ts'
import type { EvalReport } from '../report/eval-report.ts'
import type { FailureLog } from '../report/failure-log.ts'
import { percent } from '../report/statistics.ts'
import { readLibrary } from '../run/read-library.ts'
import { printSkipped, repositoryRoot, unpackExternal } from '../shared-data.ts'
import type { EvalSection } from './eval-section.ts'
import { CORPUS } from './other-governments.ts'
import { readOriginals } from './seed-questions.ts'

/** Texts of the documents that the gold sentences name, by the name that they use; those of the corpus only where it is at hand. */
function goldTexts(sources: ReadonlySet<string>): Originals {
  const texts = new Map([...readOriginals(join(repositoryRoot(), 'seeds', 'documents'))].filter(([file]) => sources.has(file)))
  const archive = unpackExternal(CORPUS)
  if (archive === null) {
    printSkipped("year, place and tense of other governments' figures", `eval/external/${CORPUS}.tgz`)
    return texts
  }
  for (const document of readCorpusDocuments(archive.folder).values()) if (sources.has(document.id)) texts.set(document.id, corpusFileText(document))
  archive.remove()
  return texts
}

const figure = (share: Share): number | null => (share.of === 0 ? null : percent(share.right / share.of))

/** As papers are read: in simplified characters and half-width figures; gold sentences are copied as printed. */
const asRead = (text: string): string => foldText(inSimplified(text)).replace(/\s/g, '')

/** Figures read from gold sentences: value and unit, indicator, year, place, target or result. Percent right. */
export const evaluateFacts: EvalSection = async (context) => {
  const gold = readGoldSentences()
  const report = measureFacts(facetsIn(goldTexts(new Set(gold.map((sentence) => sentence.source)))))
  context.failures.add(
    'facts',
    report.failures.map((line) => `- ${line}`),
  )
  const { valueAndUnit, indicator, year, place, tense } = report
  const row = {
    figures: report.figures,
    'value and unit': figure(valueAndUnit),
    indicator: figure(indicator),
    year: figure(year),
    place: figure(place),
  }
  const figures = { 'gold sentences': { ...row, 'target or result': figure(tense), facets_measured: year.of, spurious: report.spurious } }
  return { facts: { figures }, ...measureUnseenPapers(context.failures), ...measureVerifier(context.failures) }
}

/** The facets of a sentence as the library of these texts holds it. */
function facetsIn(texts: Originals): FacetSource {
  const byFile = new Map(readLibrary(texts).documents.map((document) => [document.file, document]))
  return (wanted) => {
    const document = byFile.get(wanted.source)
    const sentence = document?.sentences.find((one) => asRead(one.text).includes(asRead(wanted.sentence)))
    if (document === undefined || sentence === undefined) return null
    return { facets: sentence.facets, leadIn: sentence.leadIn === null ? null : (document.sentences[sentence.leadIn]?.text ?? null) }
  }
}

/** Year, place and target or result of sentences drawn at random from papers that no other gold set uses; nothing where the corpus is not at hand. */
function measureUnseenPapers(failures: FailureLog): EvalReport {
  const gold = readFacetGold()
  const texts = goldTexts(new Set(gold.map(({ source }) => source)))
  if (texts.size === 0) return {}
  const facetsOf = facetsIn(texts)
  const rows = (['mended', 'held-out'] as const).map((round) => {
    const report = measureFacets(
      gold.filter((sentence) => sentence.round === round),
      facetsOf,
    )
    failures.add(
      `facets, ${round}`,
      report.failures.map((line) => `- ${line}`),
    )
    const { sentences, figures, confusion } = report
    const shares = { year: figure(report.year), place: figure(report.place), 'target or result': figure(report.tense) }
    return [round, { sentences, figures, ...shares, ...confusion }] as const
  })
  return { 'facts, papers of other governments': { figures: Object.fromEntries(rows) } }
}

/** Gold statements changed in one way each: percent that the verifier catches; and of the unchanged ones, percent that it doubts. */
function measureVerifier(failures: FailureLog): EvalReport {
  const { caught, falseAlarms, failures: lines } = measureMutations()
  failures.add(
    'mutations',
    lines.map((line) => `- ${line}`),
  )
  const changed = Object.entries(caught).map(([kind, share]) => [kind, { 'caught %': figure(share), changed: share.of }] as const)
  const unchanged = Object.entries(falseAlarms).map(
    ([wording, share]) => [wording, { 'false alarms %': figure(share), unchanged: share.of }] as const,
  )
  return {
    'facts, statements changed': { figures: Object.fromEntries(changed) },
    'facts, statements unchanged': { figures: Object.fromEntries(unchanged) },
  }
}
