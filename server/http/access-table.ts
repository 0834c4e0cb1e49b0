/** Who may call a route: anyone who reaches the server, or holders of the token (where one is set). */
export type Access = 'public' | 'token'

/**
 * One row a route. A route that is not here keeps the server from starting. HEAD follows GET.
 * The page is public because it holds nothing: what it shows comes from routes that ask for the token.
 */
export const ACCESS_TABLE: Readonly<Record<string, Access>> = {
  'GET /*': 'public',
  'GET /docs': 'public',
  'GET /docs/': 'public',
  'GET /docs/json': 'public',
  'GET /docs/yaml': 'public',
  'GET /docs/static/*': 'public',
  'GET /docs/static/index.html': 'public',
  'GET /docs/static/swagger-initializer.js': 'public',
  'GET /health': 'public',
  'GET /ready': 'public',
  'GET /api/model': 'token',
  'POST /api/model/check': 'token',
  'POST /api/chat': 'token',
  'GET /api/turns/:turnId/events': 'token',
  'POST /api/turns/:turnId/feedback': 'token',
  'GET /api/conversations': 'token',
  'GET /api/conversations/:id': 'token',
  'PATCH /api/conversations/:id': 'token',
  'DELETE /api/conversations/:id': 'token',
  'GET /api/documents': 'token',
  'POST /api/documents': 'token',
  'GET /api/documents/:id': 'token',
  'PATCH /api/documents/:id': 'token',
  'DELETE /api/documents/:id': 'token',
  'GET /api/documents/:id/text': 'token',
  'GET /api/documents/:id/file': 'token',
  'GET /api/jobs/:id': 'token',
  'GET /api/jobs/:id/events': 'token',
  'GET /api/examples': 'token',
  'GET /api/search': 'token',
  'GET /api/indicators': 'token',
  'GET /api/indicators/compare': 'token',
  'GET /api/indicators/conflicts': 'token',
  'GET /api/indicators/overview': 'token',
  'GET /api/indicators/groups': 'token',
  'PUT /api/indicators/groups': 'token',
  'POST /api/indicators/groups/undo': 'token',
  'GET /api/changes': 'token',
  'GET /api/briefs': 'token',
  'POST /api/briefs': 'token',
  'GET /api/briefs/:id': 'token',
  'PATCH /api/briefs/:id': 'token',
  'DELETE /api/briefs/:id': 'token',
  'POST /api/briefs/preview': 'token',
  'GET /api/briefs/:id/versions': 'token',
  'GET /api/briefs/:id/versions/:version': 'token',
  'POST /api/briefs/:id/versions/:version/restore': 'token',
  'POST /v1/chat/completions': 'token',
  'GET /v1/models': 'token',
  'GET /v1/models/:model': 'token',
  'GET /metrics': 'token',
  'POST /mcp': 'token',
  'GET /mcp': 'token',
  'DELETE /mcp': 'token',
}

/** The row of a route; undefined for a route that has none. */
export function accessOf(method: string, url: string): Access | undefined {
  const row = `${method === 'HEAD' ? 'GET' : method} ${url}`
  return Object.hasOwn(ACCESS_TABLE, row) ? ACCESS_TABLE[row] : undefined
}
