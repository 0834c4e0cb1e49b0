import { join } from 'node:path'
import { readOriginals } from '../eval/sections/seed-questions.ts'
import { repositoryRoot } from '../eval/shared-data.ts'

/** The folder of the seed documents and their texts. */
export function seedTexts(): { readonly folder: string; readonly texts: readonly string[] } {
  const folder = join(repositoryRoot(), 'seeds', 'documents')
  return { folder, texts: [...readOriginals(folder).values()] }
}
