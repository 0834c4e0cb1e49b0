/** 32-bit FNV-1a over the UTF-16 code units of a term: what the term table of a postings file is keyed by. */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
