import { useCallback } from 'preact/hooks'
import type { Citation } from '../../../server/contract/chat.ts'
import { useServices } from '../../services.ts'

/** Opens a sentence that the library holds now in the source column. */
export function useOpenSource(): (citation: Citation) => void {
  const { source } = useServices()
  return useCallback((citation) => source.open({ citation, stale: false, byReader: true }), [source])
}
