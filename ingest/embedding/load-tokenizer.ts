import { readFile } from 'node:fs/promises'
import { Tokenizer } from '@huggingface/tokenizers'

/** Text to token ids, with the special tokens apart so that long texts can be cut into windows. */
export interface TextTokenizer {
  /** Special tokens before and after the tokens of a text, e.g. [CLS] and [SEP]. */
  readonly prefix: readonly number[]
  readonly suffix: readonly number[]
  /** Ids of a text without special tokens. */
  encode(text: string): number[]
}

/** Opens a tokenizer.json with @huggingface/tokenizers. Where its special tokens go is read off one encoded character. */
export async function loadTokenizer(file: string, config: Readonly<Record<string, unknown>>): Promise<TextTokenizer> {
  const tokenizer = new Tokenizer(JSON.parse(await readFile(file, 'utf8')), config)
  const encode = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false }).ids
  const bare = encode('文')
  const whole: number[] = tokenizer.encode('文').ids
  const at = whole.findIndex((_, start) => bare.every((id, offset) => whole[start + offset] === id))
  if (bare.length === 0 || at < 0) throw new Error('tokenizer.json does not encode a single character as a part of its templated form')
  return { prefix: whole.slice(0, at), suffix: whole.slice(at + bare.length), encode }
}
