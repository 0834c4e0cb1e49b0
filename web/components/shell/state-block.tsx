import type { ComponentChildren } from 'preact'
import type { ApiFailure } from '../../api/api-failure.ts'

/** What stands where there is nothing to show: why, and what can be done. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="state-block">
      <p class="state-title">{title}</p>
      {children}
    </div>
  )
}

/** What went wrong. What does not exist is not asked for again. */
export function ErrorState({ failure, title, onRetry }: { readonly failure: ApiFailure; readonly title: string; readonly onRetry?: () => void }) {
  return (
    <div class="state-block state-error" role="alert">
      <p class="state-title">{title}</p>
      <p>{failure.message}</p>
      {onRetry && failure.status !== 404 && (
        <button type="button" class="button" onClick={onRetry}>
          重试
        </button>
      )}
    </div>
  )
}

/** Grey lines in place of text that is on its way. */
export function Skeleton({ lines, label }: { readonly lines: number; readonly label: string }) {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} class="skeleton-line" />
      ))}
    </div>
  )
}
