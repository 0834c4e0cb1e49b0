import { finishSteps, type SteppedWork } from '../../ingest/index/keep-by-snapshot.ts'
import type { Segmenter } from '../../ingest/text/segmenter.ts'
import { isContentFree } from './focus.ts'

/** Toneless pinyin, one syllable a character. */
export type PinyinReader = (text: string) => readonly string[]

/** Words of a library by their sound. */
export interface SoundIndex {
  /** The most frequent word with these syllables, joined; undefined where there is none. */
  readonly word: (syllables: string) => string | undefined
  /** The most frequent words of two characters that begin with this one; at most MOST_INITIALS. */
  readonly startingWith: (character: string) => readonly string[]
  readonly longest: number
}

/** So many words of one first character are tried when a stretch may be an abbreviation. */
const MOST_INITIALS = 16

/** Words of more characters are not looked up by sound. */
export const LONGEST_WORD = 5

/** Indexes words of 2 to 5 characters by sound. `words` comes in order of preference: the first word of a sound is kept. */
export function createSoundIndex(words: Iterable<string>, read: PinyinReader): SoundIndex {
  return finishSteps(indexSounds(words, read))
}

/** The same, word by word. */
export function* indexSounds(words: Iterable<string>, read: PinyinReader): SteppedWork<SoundIndex> {
  const bySound = new Map<string, string>()
  const byInitial = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < 2 || word.length > LONGEST_WORD || !/^\p{Script=Han}+$/u.test(word)) continue
    yield
    const sound = read(word).join('')
    if (!bySound.has(sound)) bySound.set(sound, word)
    if (word.length === 2) noteInitial(byInitial, word)
  }
  return { word: (syllables) => bySound.get(syllables), startingWith: (character) => byInitial.get(character) ?? [], longest: LONGEST_WORD }
}

function noteInitial(byInitial: Map<string, string[]>, word: string): void {
  const known = byInitial.get(word.slice(0, 1))
  if (known === undefined) byInitial.set(word.slice(0, 1), [word])
  else if (known.length < MOST_INITIALS && !known.includes(word)) known.push(word)
}

/** What a library says of words that may be meant. */
export interface SlipLibrary {
  /** Whether a sentence holds the text. */
  readonly mentions: (text: string) => boolean
  /** Whether one sentence holds both. */
  readonly mentionsTogether: (one: string, other: string) => boolean
  readonly places: readonly { readonly name: string }[]
}

/**
 * Mends characters of the same sound: a stretch that the library never holds, that the dictionary does not know as a word, and that sounds like a word of the
 * library becomes that word, if the library speaks of it together with what stands beside it in the question.
 */
export function mendHomophones(
  question: string,
  sounds: SoundIndex,
  read: PinyinReader,
  library: SlipLibrary,
  segmenter: Segmenter,
): { text: string; mended: readonly string[] } {
  const { mentions } = library
  const mended: string[] = []
  const text = question.replace(/\p{Script=Han}{2,}/gu, (run, from: number) => {
    const characters = [...run]
    const sound = wordsOf(run, mentions, segmenter)
    for (let length = Math.min(sounds.longest, characters.length); length >= 2; length -= 1) {
      for (let at = 0; at + length <= characters.length; at += 1) {
        const wrong = characters.slice(at, at + length).join('')
        if (sound.slice(at, at + length).includes(true) || GRAMMATICAL.test(wrong) || holdsKnownPair(wrong, mentions, segmenter)) continue
        const right = sounds.word(read(wrong).join(''))
        if (right === undefined || right === wrong || right.length !== length || !isPlausibleSlip(wrong, right)) continue
        if (isAbbreviation(wrong, sounds, mentions)) continue
        const before = question.slice(0, from) + characters.slice(0, at).join('')
        const after = characters.slice(at + length).join('') + question.slice(from + run.length)
        if (!fits(right, before, after, library, segmenter)) continue
        mended.push(`“${wrong}”按“${right}”理解`)
        characters.splice(at, length, ...right)
      }
    }
    return characters.join('')
  })
  return { text, mended }
}

/** So many words on each side say what a stretch between them is about. */
const BESIDE = 2

/**
 * Whether the library speaks of a word where the question would hold it: in one sentence with a word beside it, if it knows any such word. What no dictionary knows (the ends of two words that
 * were cut as one, a short name) must stand there to the letter, unless it is a place.
 */
function fits(word: string, before: string, after: string, { mentions, mentionsTogether, places }: SlipLibrary, segmenter: Segmenter): boolean {
  if (places.some(({ name }) => name.startsWith(word))) return true
  if (!segmenter.isWord(word))
    return ADJOINING.some(([left, right]) => mentions(`${left.exec(before)?.[0] ?? ' '}${word}${right.exec(after)?.[0] ?? ' '}`))
  const near = (text: string): string[] => segmenter.cut(text).filter((token) => token.length >= 2 && !isContentFree([token]) && mentions(token))
  const beside = [...near(before).slice(-BESIDE), ...near(after).slice(0, BESIDE)]
  return beside.length === 0 || beside.some((other) => mentionsTogether(word, other))
}

const HAN_END = /\p{Script=Han}$/u
const HAN_START = /^\p{Script=Han}/u
const NOTHING = /^/
/** The character before a word, or the one behind it. */
const ADJOINING = [
  [HAN_END, NOTHING],
  [NOTHING, HAN_START],
] as const

/** What may stand between two words that are abbreviated together. */
const BETWEEN = ['', '、', '和']

/** 织染 for 织布、染色: the first characters of words that the library holds side by side. */
function isAbbreviation(text: string, { startingWith }: SoundIndex, mentions: (text: string) => boolean): boolean {
  const [first = '', ...others] = text
  let ends = startingWith(first)
  for (const character of others) {
    ends = startingWith(character).filter((word) => ends.some((before) => BETWEEN.some((joint) => mentions(`${before}${joint}${word}`))))
  }
  return ends.length > 0
}

/** Marks the characters that belong to words: what lies across the border of two words only looks like a word that nobody knows. */
function wordsOf(run: string, mentions: (text: string) => boolean, segmenter: Segmenter): readonly boolean[] {
  return segmenter.cut(run).flatMap((token) => {
    const isWord = token.length >= 2 && isKnown(token, mentions, segmenter)
    return [...token].map(() => isWord)
  })
}

/** A slip breaks every pair of characters it touches: a stretch with a pair that is known is right, and its neighbours are chance. */
function holdsKnownPair(text: string, mentions: (text: string) => boolean, segmenter: Segmenter): boolean {
  if (isKnown(text, mentions, segmenter)) return true
  for (let i = 0; text.length > 2 && i + 2 <= text.length; i += 1) if (isKnown(text.slice(i, i + 2), mentions, segmenter)) return true
  return false
}

function isKnown(text: string, mentions: (text: string) => boolean, segmenter: Segmenter): boolean {
  return mentions(text) || segmenter.isWord(text)
}

/** Characters that build sentences: next to them a chance meeting of sounds is no slip. */
const GRAMMATICAL =
  /[不有小大个字人要能上下里去来到得着过的了在是和与也都就还又很把被给让这那之分几多少一二三四五六七八九十老说看想没再算打时年月日先才已最该]/

/** Characters that stand by themselves beside any word: measures, endings, what relates. Meant as they are written. */
const FREE = /[起各级从每于由等及其此某员旗区县镇乡村办板版亿新]/

/** Some characters are the same, and those that differ are not such as stand by themselves. */
function isPlausibleSlip(wrong: string, right: string): boolean {
  const differing = [...wrong].filter((character, i) => right[i] !== character)
  return differing.length < wrong.length && !differing.some((character) => FREE.test(character))
}

/**
 * Reads a question typed in pinyin as words of the library: the fewest words that use up all letters of a token, longest first. Among Han characters a token is read where it
 * sounds like one word of the library (suanli总规模).
 *
 * @returns the question with each token that could be read replaced; the others stay
 */
export function readPinyinQuestion(question: string, sounds: SoundIndex, particles: ReadonlyMap<string, string>): string {
  if (!/[a-z]{3,}/i.test(question)) return question
  if (/\p{Script=Han}/u.test(question)) return question.replace(GLUED_PINYIN, (letters) => particles.get(letters) ?? sounds.word(letters) ?? letters)
  return question.toLowerCase().replace(/[a-z]+(?:\s+[a-z]+)*/g, (run) => readRun(run.replace(/\s+/g, ''), sounds, particles) ?? run)
}

/** Small letters that nothing Latin adjoins; capitals are abbreviations. */
const GLUED_PINYIN = /(?<![\p{Script=Latin}\d&+.@_-])[a-z]{4,24}(?![\p{Script=Latin}\d&+.@_-])/gu

function readRun(letters: string, sounds: SoundIndex, particles: ReadonlyMap<string, string>): string | null {
  const best: ({ cost: number; text: string } | null)[] = [{ cost: 0, text: '' }]
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = null
    for (let start = Math.max(0, end - 30); start < end; start += 1) {
      const before = best[start]
      if (!before) continue
      const piece = letters.slice(start, end)
      const particle = particles.get(piece)
      const word = particle ?? sounds.word(piece)
      if (word === undefined) continue
      const cost = before.cost + (particle !== undefined ? 1.2 : 1)
      const known = best[end]
      if (!known || cost < known.cost) best[end] = { cost, text: before.text + word }
    }
  }
  return best[letters.length]?.text ?? null
}

/** An abbreviation in Latin letters with two neighbours swapped or one letter wrong, as the known one of the same length. */
export function mendAbbreviation(question: string, known: readonly string[]): string {
  return question.replace(/(?<![A-Za-z&])[A-Za-z]{3,5}(?![A-Za-z&])/g, (word) => {
    const upper = word.toUpperCase()
    if (known.includes(upper)) return word
    return (
      known.find(
        (name) => name.length === upper.length && [...name].toSorted().join('') === [...upper].toSorted().join('') && name[0] === upper[0],
      ) ?? word
    )
  })
}
