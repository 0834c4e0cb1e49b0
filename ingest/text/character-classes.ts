/** Han characters, the ideographic zero and the CJK radicals that PDF text holds in their place. */
export const HAN = '\\u2e80-\\u2fdf\\u3005-\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff'

/** Blanks within a line, of all widths. */
export const BLANK = ' \\t\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000'

/** Characters that take no room: zero width blanks and joiners, direction marks, soft hyphens, byte order marks. */
export const INVISIBLE = '\\u00ad\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff'

/** Marks that end a sentence. */
export const TERMINAL = '。！？!?…'

/** Closing quotes and brackets that may follow a mark and still belong to its sentence. */
export const CLOSING = '”’」』）)】〗》〉\\]'
