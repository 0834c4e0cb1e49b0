import type { LibrarySnapshot, SentenceRow, SnapshotDocument } from '../../ingest/index/library-snapshot.ts'
import type { ResearchTool } from '../model/research-agent.ts'
import { fenceRule } from '../model-answer/answer-prompt.ts'
import { createFence, fenceText } from '../model-answer/fence-evidence.ts'
import { defineResearchTool, takesText } from './define-research-tool.ts'
import type { EvidenceBook } from './evidence-book.ts'

const MAX_HEADINGS = 40
const MAX_HEADING_CHARS = 40

/** A section of a document, sentence by sentence. */
export function createReadSectionTool(snapshot: LibrarySnapshot, book: EvidenceBook): ResearchTool {
  return defineResearchTool({
    name: 'read_section',
    description: '读一份文件的一个章节。已有某条资料、想看它前后文时用。',
    takes: {
      documentId: takesText('文件标题，或资料编号（例如 E3，指这条资料所在的文件）'),
      section: takesText('章节标题里的几个字；documentId 写资料编号时可以省略，即这条资料所在的章节'),
    },
    needs: { name: 'documentId', hint: '请写文件标题或资料编号。' },
    run(named, given) {
      const quoted = /^\[?[Ee]?(\d{1,2})\]?$/.exec(named)
      const row = quoted ? book.row(Number(quoted[1])) : undefined
      const document = row?.document ?? findDocument(snapshot, named)
      if (!document) return '没有这份文件。请先用 search 查到一条资料，再用它的编号读章节。'
      const wanted = given.text('section')
      const section = wanted === '' ? row?.sentence.section : findSection(document, wanted)
      if (section === undefined) return listSections(document)
      const rows = rowsOf(snapshot, document, section)
      return rows.length === 0 ? '这个章节没有正文。' : book.show(`这个章节共 ${rows.length} 句：`, rows)
    },
  })
}

function findDocument(snapshot: LibrarySnapshot, name: string): SnapshotDocument | undefined {
  const plain = squash(name)
  const titles = snapshot.documents.map((item) => ({ item, title: squash(item.document.metadata.title) }))
  const exact = titles.find(({ item, title }) => title === plain || item.document.id === name || item.document.file === name)
  return (exact ?? titles.find(({ title }) => plain.length >= 2 && title.includes(plain)))?.item
}

function findSection({ document }: SnapshotDocument, name: string): number | undefined {
  const plain = squash(name.split('›').at(-1) ?? name)
  const headings = document.sections.map(({ index, label, heading }) => ({ index, heading: squash(label + heading) }))
  const exact = headings.find(({ heading }) => heading === plain)
  return (exact ?? headings.find(({ index, heading }) => index > 0 && plain.length >= 2 && heading.includes(plain)))?.index
}

/** Headings are a document's text as much as its sentences are. */
function listSections({ document }: SnapshotDocument): string {
  const headings = document.sections.filter(({ level }) => level > 0).map(({ label, heading }) => (label + heading).slice(0, MAX_HEADING_CHARS))
  if (headings.length === 0) return '这份文件没有分章节，请改用 search。'
  const fence = createFence()
  return ['没有找到这个章节。这份文件的章节有：', fenceRule(fence), fenceText(headings.slice(0, MAX_HEADINGS).join('\n'), fence)].join('\n')
}

/** The sentences of a section and of those below it, headings left out. */
function rowsOf(snapshot: LibrarySnapshot, item: SnapshotDocument, section: number): SentenceRow[] {
  const { sections, sentences } = item.document
  const isInside = (index: number): boolean => {
    for (let at: number | null | undefined = index; at !== null && at !== undefined; at = sections[at]?.parent) if (at === section) return true
    return false
  }
  return sentences
    .filter(({ role, section: own }) => (role === 'body' || role === 'item') && isInside(own))
    .flatMap(({ index }) => snapshot.sentences[item.firstSentenceRow + index] ?? [])
}

function squash(text: string): string {
  return text.normalize('NFKC').replace(/[\s《》“”"]/g, '')
}
