import type { SentenceRow } from '../../../ingest/index/library-snapshot.ts'
import { sentenceRow } from '../../../ingest/index/sentence-row.ts'
import { type AnswerContext, askedScope, type Candidate } from '../context/answer-context.ts'
import { contentWords, lackIn, sumShare } from '../find/content-words.ts'
import { findCandidates } from '../find/find-candidates.ts'
import type { Draft } from '../sentences/draft.ts'

const ASKED =
  /(?:哪(?:一?个|几个|些|几家|家)|什么|谁)(?:部门|单位|局|委办局|机关|厅局|厅|委)?(?:来|在|去)?[^，。？]{0,4}(?:负责|牵头|主抓|承担|主管|配合|管$|管[？?])(?!人)|(?:牵头|责任|负责|主管|配合)(?:单位|部门)(?:都|分别|又)?(?:是|有|为|包括|$)/
/** Words of asking that no task holds. */
const NOT_OF_TASKS = /部门|单位|负责|牵头|责任|配合|机关|主管|主抓|承担|任务|工作|分工/
/** Who answers for a task, in brackets behind it or on a line below. */
const RESPONSIBLE =
  /[（(](?:[^（）()]*?(?:责任|牵头|负责|配合|主责|主管)(?:单位|部门|领导)?[:：](?:[^（）()]|[（(][^（）()]*[）)])*|(?:[^（）()。]|[（(][^（）()]*[）)]){2,160}(?:负责|牵头|配合|落实|参与))[）)]|^(?:责任|牵头|配合)(?:单位|部门)[:：].*|^[^，,。；;：:]{2,40}(?:牵头|负责)(?:[，,][^。；;]{2,80}(?:配合|参与|参加|协助))?[。.]?$/
/** 甲局负责港口的验收工作. */
const SAYS_WHO = /(?:[部局厅委院会署办]|政府|部门)(?:（[^）]*）)?(?:负责|牵头|组织|承担)/
const LOOKED_AT = 16
/** Rows below a task that may hold it. */
const REACH = 12
const MAX_MISSING = 0.45
/** Of what is asked, as a share. */
const MUCH_BETTER = 0.2

/** Which offices answer for a task (某事由哪几个部门负责): the note behind the task that fits the question best; null where no such note is found. */
export async function answerResponsible(context: AnswerContext): Promise<Draft | null> {
  const { intent } = context
  const goesOn = !ASKED.test(intent.asked) && ASKED.test(intent.askedBefore ?? '')
  if (!goesOn && !ASKED.test(intent.asked)) return null
  // 那培训呢: the task is another one, the words of the one before are not looked for.
  const focus = goesOn ? intent.focus.filter(({ weight }) => weight === 1) : intent.focus
  const words = contentWords({ ...context, intent: { ...intent, focus } }).filter(({ text }) => !NOT_OF_TASKS.test(text))
  const total = sumShare(words)
  if (words.length === 0 || total === 0) return null
  const parts = focus
    .map((part) => ({ ...part, text: part.text.replace(new RegExp(NOT_OF_TASKS, 'g'), ' ').trim() }))
    .filter(({ text }) => text !== '')
  const scope = askedScope(intent)
  const candidates = await findCandidates(context, scope, parts.length > 0 ? parts : focus)
  const weighed = candidates
    .slice(0, LOOKED_AT)
    .map((candidate) => ({ candidate, lack: lackIn(context, candidate.evidence.row, words) / total, note: noteOn(candidate) }))
    .toSorted((a, b) => a.lack - b.lack)
  const found = weighed.find(({ lack, note }) => note !== null && lack <= MAX_MISSING)
  if (!found?.note) return null
  if (weighed.some((other) => tellsBetter(other, found))) return null
  const task = found.candidate.evidence.row
  const isApart = found.note.row.row !== task.row
  return {
    kind: 'answered',
    statements: [
      {
        text: found.note.text,
        ...(isApart ? { label: `${taskName(task)}：` } : {}),
        rows: isApart ? [found.note.row, task] : [found.note.row],
        ofPaper: true,
      },
    ],
  }
}

interface Weighed {
  readonly candidate: Candidate
  readonly lack: number
}

/** A sentence that says who does it goes before a note behind a task that fits no better; a task in a paper that hardly names the thing is not the one that was asked for. */
function tellsBetter(other: Weighed, found: Weighed): boolean {
  const [one, task] = [other.candidate.evidence.row, found.candidate.evidence.row]
  if (other.lack <= found.lack && SAYS_WHO.test(one.sentence.text)) return true
  return one.document !== task.document && other.lack + MUCH_BETTER <= found.lack
}

/** The note in the sentence itself, or in the next ones under the same heading. */
function noteOn({ evidence: { row } }: Candidate): { readonly row: SentenceRow; readonly text: string } | null {
  const { sentences } = row.document.document
  for (let index = row.sentence.index; index <= row.sentence.index + REACH; index += 1) {
    const sentence = sentences[index]
    if (!sentence || !isWithin(row, sentence.section)) return null
    const match = RESPONSIBLE.exec(sentence.text)
    if (match) return { row: sentenceRow(row.document, sentence), text: index === row.sentence.index ? sentence.text : match[0] }
  }
  return null
}

/** Whether a section is the task's own, or, of a task that is a heading, one below it. */
function isWithin({ document, sentence: { section: own, role } }: SentenceRow, section: number): boolean {
  let at: number | null = section
  while (role === 'heading' && at !== null && at !== own) at = document.document.sections[at]?.parent ?? null
  return at === own
}

const MAX_NAME = 40

function taskName({ document: { document }, sentence }: SentenceRow): string {
  const heading = document.sections[sentence.section]?.heading ?? ''
  const name = sentence.role === 'heading' || heading === '' ? sentence.text : heading
  return name
    .replace(/^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?|[①-⑳])\s*/, '')
    .replace(/[。；：]$/, '')
    .slice(0, MAX_NAME)
}
