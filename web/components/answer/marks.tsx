import { CitationMark } from './citation-mark.tsx'

/** The marks after a cell, a value or a statement. */
export function Marks({ numbers }: { readonly numbers: readonly number[] }) {
  return (
    <>
      {numbers.map((n) => (
        <CitationMark key={n} n={n} />
      ))}
    </>
  )
}
