import { IndicatorGroups, IndicatorGroupsEdit, IndicatorGroupsQuery } from '../../contract/indicators.ts'
import type { Services } from '../../services.ts'
import type { App } from '../app-instance.ts'
import { FAILURES } from '../failure-responses.ts'

const tags = ['indicators']

/** Which names are taken for one indicator: to be seen, changed and taken back. */
export function addIndicatorGroupRoutes(app: App, services: Services): void {
  const facts = () => services.facts.ofLibrary(services.snapshot())
  const groupOf = async (name?: string): Promise<IndicatorGroups> => services.groups.list(await facts(), name === undefined ? {} : { name })

  app.get(
    '/api/indicators/groups',
    {
      schema: {
        tags,
        summary: 'Names that are taken for one indicator',
        querystring: IndicatorGroupsQuery,
        response: { 200: IndicatorGroups, ...FAILURES },
      },
    },
    async (request) => services.groups.list(await facts(), request.query),
  )

  app.put(
    '/api/indicators/groups',
    {
      schema: {
        tags,
        summary: 'Puts names into the group of an indicator, or out of it; holds at once',
        body: IndicatorGroupsEdit,
        response: { 200: IndicatorGroups, ...FAILURES },
      },
    },
    async (request) => {
      services.groups.edit(await facts(), request.body)
      return groupOf(request.body.indicator)
    },
  )

  app.post(
    '/api/indicators/groups/undo',
    { schema: { tags, summary: 'Takes the last edit of the groups back', response: { 200: IndicatorGroups, ...FAILURES } } },
    async () => {
      services.groups.undo()
      return groupOf()
    },
  )
}
