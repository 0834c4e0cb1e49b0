import { join } from 'node:path'
import { readGoldSentences } from '../facts/gold-sentence.ts'
import { measureFacts, type Share } from '../facts/measure-facts.ts'
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

const withoutBlanks = (text: string): string => text.replace(/\s/g, '')

/** Figures read from gold sentences: value and unit, indicator, year, place, target or result. Percent right. */
export const evaluateFacts: EvalSection = async (context) => {
  const gold = readGoldSentences()
  const { documents } = readLibrary(goldTexts(new Set(gold.map((sentence) => sentence.source))))
  const byFile = new Map(documents.map((document) => [document.file, document]))
  const report = measureFacts((wanted) => {
    const document = byFile.get(wanted.source)
    const sentence = document?.sentences.find((one) => withoutBlanks(one.text).includes(withoutBlanks(wanted.sentence)))
    if (document === undefined || sentence === undefined) return null
    return { facets: sentence.facets, leadIn: sentence.leadIn === null ? null : (document.sentences[sentence.leadIn]?.text ?? null) }
  })
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
  return { facts: { figures }, ...measureVerifier(context.failures) }
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
