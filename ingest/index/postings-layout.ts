import { CodedError } from '../corpus/coded-error.ts'

/**
 * A postings file: eight 32-bit words of header, then typed arrays one after another, each beginning at a multiple of 8 bytes, in the byte order of
 * the machine (the magic number reads differently on another one, and the index is then rebuilt). Opening it copies and parses nothing.
 */
export interface PostingsLayout {
  /** Length of each row in terms. */
  readonly lengths: Uint32Array
  /** Where each term begins in `termText`; one more at the end. Terms are in the order in which the rows first name them. */
  readonly termOffsets: Uint32Array
  readonly termText: Uint16Array
  /** Open-addressed hash table of term numbers + 1; 0 is an empty slot. Its length is a power of two. */
  readonly slots: Uint32Array
  /** Where each term's postings begin; one more at the end. */
  readonly postingOffsets: Uint32Array
  readonly rows: Uint32Array
  /** How often the term occurs in the row; 255 stands for 255 and more, where BM25 is flat. */
  readonly frequencies: Uint8Array
}

export interface PostingsSizes {
  readonly count: number
  readonly terms: number
  readonly termText: number
  readonly slots: number
  readonly postings: number
}

const MAGIC = 0x594a5031
const HEADER_BYTES = 32

const align = (bytes: number): number => Math.ceil(bytes / 8) * 8

/** The arrays of a file over `buffer`, or over a new buffer of the right size. */
function view(sizes: PostingsSizes, given?: ArrayBuffer): { buffer: ArrayBuffer; layout: PostingsLayout } {
  const parts = [
    sizes.count * 4,
    (sizes.terms + 1) * 4,
    sizes.termText * 2,
    sizes.slots * 4,
    (sizes.terms + 1) * 4,
    sizes.postings * 4,
    sizes.postings,
  ]
  const starts: number[] = []
  let end = HEADER_BYTES
  for (const part of parts) {
    starts.push(end)
    end = align(end + part)
  }
  const buffer = given ?? new ArrayBuffer(end)
  if (buffer.byteLength !== end) throw damaged(`${buffer.byteLength} bytes, ${end} expected`)
  const at = (index: number): number => starts[index] ?? end
  return {
    buffer,
    layout: {
      lengths: new Uint32Array(buffer, at(0), sizes.count),
      termOffsets: new Uint32Array(buffer, at(1), sizes.terms + 1),
      termText: new Uint16Array(buffer, at(2), sizes.termText),
      slots: new Uint32Array(buffer, at(3), sizes.slots),
      postingOffsets: new Uint32Array(buffer, at(4), sizes.terms + 1),
      rows: new Uint32Array(buffer, at(5), sizes.postings),
      frequencies: new Uint8Array(buffer, at(6), sizes.postings),
    },
  }
}

/** An empty file of the right size: its bytes, and the arrays over them to be filled. */
export function allocatePostings(sizes: PostingsSizes): { readonly bytes: Uint8Array; readonly layout: PostingsLayout } {
  const { buffer, layout } = view(sizes)
  new Uint32Array(buffer, 0, 6).set([MAGIC, sizes.count, sizes.terms, sizes.termText, sizes.slots, sizes.postings])
  return { bytes: new Uint8Array(buffer), layout }
}

/**
 * The arrays inside a postings file.
 *
 * @throws {CodedError} index_damaged when the sizes do not fit together
 */
export function readPostingsLayout(bytes: Uint8Array): PostingsLayout {
  if (bytes.byteLength < HEADER_BYTES) throw damaged(`${bytes.byteLength} bytes`)
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer
  const buffer = whole ? (bytes.buffer as ArrayBuffer) : new Uint8Array(bytes).buffer
  const [magic = 0, count = 0, terms = 0, termText = 0, slots = 0, postings = 0] = new Uint32Array(buffer, 0, 6)
  if (magic !== MAGIC) throw damaged('unknown format')
  return view({ count, terms, termText, slots, postings }, buffer).layout
}

const damaged = (what: string): CodedError =>
  new CodedError('index_damaged', '关键词索引文件已损坏，无法读取。程序会用库中保存的原文重建索引。', { what })
