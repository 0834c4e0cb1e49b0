/** One row an error code: the status it is answered with, and in English what it means, for the OpenAPI description. */
interface ErrorKind {
  readonly status: number
  readonly meaning: string
}

/** Every code that the API can answer. A code that is thrown and missing here fails a test and is answered as internal_error. */
export const ERROR_CATALOG = {
  malformed_json: { status: 400, meaning: 'The body is not JSON, or is empty where JSON is required.' },
  bad_request: { status: 400, meaning: 'The request is not proper HTTP for this route.' },
  malformed_upload: { status: 400, meaning: 'The multipart body is cut short or not proper multipart.' },
  unsupported_parameter: { status: 400, meaning: 'A parameter of the OpenAI-compatible routes asks for what this server does not do.' },
  unauthorized: { status: 401, meaning: 'The bearer token is missing or wrong.' },
  foreign_host: { status: 403, meaning: 'The Host header names a machine that this server does not serve.' },
  foreign_origin: { status: 403, meaning: 'The Origin header is not this server.' },
  route_not_found: { status: 404, meaning: 'No such address.' },
  document_not_found: { status: 404, meaning: 'No document with this id.' },
  conversation_not_found: { status: 404, meaning: 'No conversation with this id.' },
  turn_not_found: { status: 404, meaning: 'No turn with this id.' },
  job_not_found: { status: 404, meaning: 'No job with this id.' },
  brief_not_found: { status: 404, meaning: 'No brief with this id.' },
  brief_version_not_found: { status: 404, meaning: 'The brief has no such version.' },
  indicator_not_found: { status: 404, meaning: 'No figure of the library belongs to this indicator.' },
  model_not_found: { status: 404, meaning: 'No model of the OpenAI-compatible routes has this name; GET /v1/models lists them.' },
  method_not_allowed: { status: 405, meaning: 'The address is right, the method is not; see Allow.' },
  request_timeout: { status: 408, meaning: 'The request did not arrive in time.' },
  body_too_large: { status: 413, meaning: 'The body is larger than this route takes.' },
  document_too_large: { status: 413, meaning: 'A file is larger than the limit.' },
  too_many_files: { status: 413, meaning: 'More files in one upload than the limit.' },
  upload_too_large: { status: 413, meaning: 'The files of one upload together are larger than the limit.' },
  uri_too_long: { status: 414, meaning: 'The address or one of its parts is too long.' },
  unsupported_media_type: { status: 415, meaning: 'The Content-Type is not one that this route takes.' },
  invalid_request: { status: 422, meaning: 'A field is missing, unknown, of the wrong type or out of range; details.fields names each.' },
  question_empty: { status: 422, meaning: 'The question is empty or only white space.' },
  question_too_long: { status: 422, meaning: 'The question is longer than the limit.' },
  indicator_group_own_name: { status: 422, meaning: 'A group of indicator names cannot lose the name that it is called by.' },
  indicator_groups_full: { status: 422, meaning: 'So many names cannot be grouped by hand.' },
  indicator_groups_changed: { status: 409, meaning: 'The grouping was edited elsewhere since it was read; it is as that edit left it.' },
  nothing_to_undo: { status: 409, meaning: 'There is no edit to take back.' },
  same_document: { status: 422, meaning: 'Both documents to be compared are the same one.' },
  brief_request_empty: { status: 422, meaning: 'The request for a brief is empty.' },
  brief_request_too_long: { status: 422, meaning: 'The request for a brief is longer than the limit.' },
  brief_topic_missing: { status: 422, meaning: 'The request names no topic.' },
  brief_years_contradict: { status: 422, meaning: 'A span of years in the request ends before it begins.' },
  brief_nothing_found: { status: 422, meaning: 'The library holds nothing on the topic in those years and places.' },
  brief_library_empty: { status: 422, meaning: 'The library holds no document.' },
  brief_citation_unknown: { status: 422, meaning: 'An edit cites a number or a sentence that is not there; the brief is as before.' },
  brief_conversation_empty: { status: 422, meaning: 'No answer of the conversation stands on a source.' },
  brief_changed: { status: 409, meaning: 'The brief was edited elsewhere at the same time; it is as that edit left it.' },
  no_files: { status: 422, meaning: 'The upload holds no file.' },
  headers_too_large: { status: 431, meaning: 'The request headers are too large.' },
  rate_limited: { status: 429, meaning: 'Too many requests from this address; see Retry-After.' },
  internal_error: { status: 500, meaning: 'An error that was not foreseen; the server log has it under details.requestId.' },
  empty_file: { status: 422, meaning: 'The file is empty.' },
  not_text: { status: 422, meaning: 'The file is not text.' },
  undecodable: { status: 422, meaning: 'The encoding of the file cannot be told.' },
  unsupported_format: { status: 422, meaning: 'Files of this format cannot be read.' },
  invalid_file_name: { status: 422, meaning: 'The file has a name that cannot be kept.' },
  invalid_sidecar: { status: 422, meaning: 'The sidecar file with metadata is not of the form it should be. In reports of jobs.' },
  file_not_found: { status: 422, meaning: 'A file named to the ingest does not exist. In reports of jobs.' },
  file_unreadable: { status: 422, meaning: 'A file named to the ingest cannot be read. In reports of jobs.' },
  ingest_interrupted: { status: 503, meaning: 'The ingest was stopped before it was whole; the library is as before.' },
  ingest_stopped: { status: 500, meaning: 'The thread that ingests died; the library is as before.' },
  job_interrupted: { status: 503, meaning: 'The process ended before the job was over. On jobs.' },
  parse_failed: { status: 422, meaning: 'The content of the file was not understood. In reports of jobs.' },
  embedding_failed: { status: 500, meaning: 'The encoder failed.' },
  embedding_unreachable: { status: 502, meaning: 'The embedding endpoint cannot be reached.' },
  embedding_unauthorized: { status: 502, meaning: 'The embedding endpoint refuses the configured key.' },
  embedding_overloaded: { status: 503, meaning: 'The embedding endpoint takes no requests now (429, 503).' },
  embedding_timeout: { status: 504, meaning: 'The embedding endpoint was too slow.' },
  embedding_refused: { status: 502, meaning: 'The embedding endpoint answered with an error.' },
  embedding_bad_reply: { status: 502, meaning: 'The reply of the embedding endpoint is not what the protocol says.' },
  index_damaged: { status: 503, meaning: 'The index is damaged and is being rebuilt.' },
  library_damaged: { status: 503, meaning: 'The database is damaged.' },
  library_write_failed: { status: 507, meaning: 'The disk did not take what was to be written; the library is as before.' },
  disk_full: { status: 507, meaning: 'The disk is full; the library is as before.' },
  answer_failed: { status: 500, meaning: 'The answer could not be composed.' },
  answer_interrupted: { status: 503, meaning: 'The work on this answer was stopped before it was whole.' },
  model_not_configured: { status: 422, meaning: 'No language model is configured.' },
  model_unreachable: { status: 502, meaning: 'The language model cannot be reached: refused, unknown host, TLS.' },
  model_unauthorized: { status: 502, meaning: 'The language model endpoint refuses the configured key.' },
  model_overloaded: { status: 503, meaning: 'The language model endpoint takes no requests now (429, 503).' },
  model_failed: { status: 502, meaning: 'The language model endpoint answered with an error.' },
  model_timeout: { status: 504, meaning: 'The language model was too slow: first byte 15 s, idle 20 s, total 120 s.' },
  model_interrupted: { status: 502, meaning: 'The reply of the language model ended before it was whole.' },
  model_bad_reply: { status: 502, meaning: 'The reply of the language model is not what the protocol says.' },
  research_limit: { status: 502, meaning: 'The language model used up its look-ups or tokens without answering; the answer notes it.' },
  model_prompt_too_long: { status: 422, meaning: 'Question and evidence are longer than the language model can read.' },
  overloaded: { status: 503, meaning: 'Too many questions at once; see Retry-After.' },
  library_not_ready: { status: 503, meaning: 'The library is still being opened or filled for the first time; see Retry-After.' },
  server_stopping: { status: 503, meaning: 'The server is stopping.' },
} as const satisfies Record<string, ErrorKind>

/** Codes that end a command or the start of the server and never reach the API. */
export const COMMAND_ERROR_CODES = [
  'config_invalid',
  'port_in_use',
  'address_unavailable',
  'data_dir_locked',
  'bad_model_dir',
  'hub_model_missing',
  'hub_access_denied',
  'hub_unreachable',
  'hub_failed',
  'model_folder_exists',
  'model_unusable',
  'model_digest_wrong',
  'model_write_failed',
  'segmenter_unavailable',
  'library_missing',
  'library_outdated',
  'library_too_new',
] as const

export type ErrorCode = keyof typeof ERROR_CATALOG

/** The status of a code; 500 for one that is not in the catalogue. */
export function statusOfCode(code: string): number {
  return isCatalogued(code) ? ERROR_CATALOG[code].status : 500
}

export function isCatalogued(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CATALOG, code)
}
