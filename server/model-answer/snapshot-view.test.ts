import { expect, test } from 'vitest'
import { createIndicatorGrouping } from '../../ingest/facts/group-indicators.ts'
import { createAnswerLibrary } from '../../tests/support/answer-library.ts'
import { INVENTED_LIBRARY } from '../../tests/support/invented-library.ts'
import { createSnapshotReadings } from '../answer/cite/snapshot-readings.ts'
import { createViewKeeper } from './snapshot-view.ts'

test('a view is made once for each snapshot, of what the extractive engine read out of it', async () => {
  const { snapshot } = await createAnswerLibrary(INVENTED_LIBRARY)
  const readings = createSnapshotReadings()
  const views = createViewKeeper(createIndicatorGrouping(), readings)
  const view = views.of(snapshot)
  expect(view.twins).toBe(readings.twins.of(snapshot))
  expect(views.of(snapshot)).toBe(view)
  const copy = { ...snapshot }
  expect(views.of(copy)).not.toBe(view)
  expect(views.of(copy).twins).toBe(readings.twins.of(copy))
})
