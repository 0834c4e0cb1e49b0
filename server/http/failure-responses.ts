import { ErrorBody } from '../contract/errors.ts'

/** What every route may answer besides its own statuses, for its response schema. */
export const FAILURES = { '4xx': ErrorBody, '5xx': ErrorBody } as const
