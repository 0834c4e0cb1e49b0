import { CodedError } from '../corpus/coded-error.ts'
import type { SqliteDatabase } from './sqlite.ts'

/**
 * What the library holds. `documents` is the visible library; `versions` and what hangs on them, `originals`, `texts` and `embeddings` are written
 * ahead in small steps, invisible until the commit names them, and swept when nothing does.
 */
const FIRST = `
CREATE TABLE originals (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE texts (sha256 TEXT PRIMARY KEY, text_sha256 TEXT NOT NULL, encoding TEXT NOT NULL, text TEXT NOT NULL);

CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL,
  stamp TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES texts (sha256),
  metadata TEXT NOT NULL,
  sentence_count INTEGER NOT NULL,
  text_length INTEGER NOT NULL,
  UNIQUE (document_id, stamp)
);
CREATE TABLE sections (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL, level INTEGER NOT NULL, label TEXT NOT NULL, heading TEXT NOT NULL, parent INTEGER,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, part TEXT,
  PRIMARY KEY (version_id, idx)
) WITHOUT ROWID;
CREATE TABLE sentences (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, text_sha256 BLOB NOT NULL, role TEXT NOT NULL,
  section INTEGER NOT NULL, passage INTEGER NOT NULL, lead_in INTEGER, year INTEGER, place TEXT, tense TEXT,
  PRIMARY KEY (version_id, idx)
) WITHOUT ROWID;
CREATE TABLE passages (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL, section INTEGER NOT NULL, first_sentence INTEGER NOT NULL, end_sentence INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (version_id, idx)
) WITHOUT ROWID;
CREATE TABLE repairs (
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, before TEXT NOT NULL,
  PRIMARY KEY (version_id, idx)
) WITHOUT ROWID;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES versions (id),
  original_sha256 TEXT NOT NULL REFERENCES originals (sha256),
  parser_version TEXT NOT NULL,
  ingested_at TEXT NOT NULL
);
CREATE INDEX documents_by_version ON documents (version_id);
CREATE INDEX documents_by_original ON documents (original_sha256);
-- Where a document was read from: the absolute path of a file, or upload:NAME. One document may have several.
CREATE TABLE sources (
  source TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  sidecar TEXT
);
CREATE INDEX sources_by_document ON sources (document_id);
CREATE TABLE corrections (document_id TEXT PRIMARY KEY, patch TEXT NOT NULL);
CREATE TABLE relations (
  from_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  to_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL, share REAL NOT NULL,
  PRIMARY KEY (from_id, to_id, kind)
) WITHOUT ROWID;
CREATE INDEX relations_to ON relations (to_id);
-- At most one row: the committed generation.
CREATE TABLE generation (
  only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL, manifest_sha256 TEXT NOT NULL, fingerprint TEXT NOT NULL
);

CREATE TABLE embeddings (
  model_id TEXT NOT NULL, text_sha256 BLOB NOT NULL, vector BLOB NOT NULL,
  PRIMARY KEY (text_sha256, model_id)
);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY, state TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, progress TEXT, report TEXT, error TEXT
);
CREATE INDEX jobs_by_state ON jobs (state);
CREATE TABLE conversations (id TEXT PRIMARY KEY, title TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL);
CREATE INDEX conversations_by_time ON conversations (updated_at);
CREATE TABLE turns (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, created_at TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, feedback TEXT,
  UNIQUE (conversation_id, position)
);
`

/** Briefs, and what each was before an edit. */
const BRIEFS = `
CREATE TABLE briefs (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, request TEXT NOT NULL, version INTEGER NOT NULL,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX briefs_by_time ON briefs (updated_at);
CREATE TABLE brief_versions (
  brief_id TEXT NOT NULL REFERENCES briefs (id) ON DELETE CASCADE,
  version INTEGER NOT NULL, saved_at TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (brief_id, version)
) WITHOUT ROWID;
`

/** What users changed in the grouping of indicators: each row the whole of it after one edit, the last one in force. */
const INDICATOR_GROUPS = `
CREATE TABLE indicator_groups (version INTEGER PRIMARY KEY AUTOINCREMENT, saved_at TEXT NOT NULL, body TEXT NOT NULL);
`

/** In order; a library at user_version n has had the first n. Never change one that was released: add another. */
const MIGRATIONS: readonly string[] = [FIRST, BRIEFS, INDICATOR_GROUPS]

/**
 * Brings the tables up to date, each step whole or not at all.
 *
 * @throws {CodedError} library_too_new when a newer program wrote the library
 */
export function migrate(database: SqliteDatabase): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > MIGRATIONS.length) throw tooNew(version)
  MIGRATIONS.slice(version).forEach((step, index) => {
    database
      .transaction(() => {
        database.exec(step)
        database.pragma(`user_version = ${version + index + 1}`)
      })
      .immediate()
  })
}

/** For a library that may not be written to. @throws {CodedError} library_too_new, library_outdated */
export function checkVersion(database: SqliteDatabase): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > MIGRATIONS.length) throw tooNew(version)
  if (version < MIGRATIONS.length) {
    const message = '文库是旧版本程序建立的，需要先升级。请先运行一次 npm start 或 npm run ingest，再重试。'
    throw new CodedError('library_outdated', message, { version })
  }
}

const tooNew = (version: number): CodedError =>
  new CodedError('library_too_new', '文库是更新版本的程序写的，当前程序读不了。请升级程序，或用 DATA_DIR 指定另一个数据目录。', { version })
