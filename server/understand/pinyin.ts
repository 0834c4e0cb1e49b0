import { pinyin } from 'pinyin-pro'
import type { PinyinReader } from './mend-slips.ts'

/** Toneless pinyin by pinyin-pro, ü as v. */
export function createPinyinReader(): PinyinReader {
  return (text) => pinyin(text, { toneType: 'none', type: 'array', v: true })
}
