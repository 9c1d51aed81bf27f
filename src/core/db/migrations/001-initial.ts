/**
 * Two families of tables. Digest tables (folders, digests, problems, papers, appearances, deck_entries) can be
 * derived again from the digest folders. User tables (marks, queues, queue_items, citation_keys, actions) can't,
 * and nothing that happens to a digest file changes a row of them.
 * Ids of digest tables are never used again, since a second program may still hold one.
 */
export const initial = /* sql */ `
CREATE TABLE folders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  sample INTEGER NOT NULL DEFAULT 0,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE digests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  folder_id INTEGER NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
  -- relative to the folder, with '/'
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  ctime_ms REAL NOT NULL,
  -- SHA-256 of the bytes; what decides whether a file is read anew
  hash TEXT NOT NULL,
  -- version of the parser that read it, so that a better one reads it again
  parser INTEGER NOT NULL,
  UNIQUE (folder_id, path)
) STRICT;

CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  digest_id INTEGER NOT NULL REFERENCES digests (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  excerpt TEXT NOT NULL
) STRICT;
CREATE INDEX problems_digest ON problems (digest_id);

-- An identity, for the library's life: rows are never deleted, so that what the user did always has its paper.
CREATE TABLE papers (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  arxiv_id TEXT,
  -- the newest appearance, which gives what is shown; null only inside the transaction that adds the paper
  shown_id INTEGER REFERENCES appearances (id)
) STRICT;

CREATE TABLE appearances (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES papers (id),
  -- null: the last known copy of a paper that no digest holds any more
  digest_id INTEGER REFERENCES digests (id),
  day TEXT,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  votes INTEGER,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  -- JSON: string[]
  authors TEXT NOT NULL,
  authors_complete INTEGER NOT NULL,
  -- JSON: {kind, url}[]
  media TEXT NOT NULL,
  -- JSON: {label, text}[]
  summary TEXT NOT NULL
) STRICT;
CREATE INDEX papers_shown ON papers (shown_id);
CREATE INDEX papers_arxiv ON papers (arxiv_id);
CREATE INDEX appearances_paper ON appearances (paper_id);
CREATE INDEX appearances_digest ON appearances (digest_id);
CREATE INDEX appearances_day ON appearances (day);

-- The papers of a day, each once, however many digests of that day hold it.
CREATE TABLE deck_entries (
  day TEXT NOT NULL,
  paper_id INTEGER NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  votes INTEGER,
  percentile REAL,
  PRIMARY KEY (day, paper_id)
) STRICT, WITHOUT ROWID;

-- What the user did with a paper. A row exists exactly while there is something: a status other than inbox, a
-- star, a rating, a note, or a place in a queue.
CREATE TABLE marks (
  paper_id INTEGER PRIMARY KEY REFERENCES papers (id),
  status TEXT NOT NULL DEFAULT 'inbox' CHECK (status IN ('inbox', 'queued', 'reading', 'read', 'skipped')),
  status_at TEXT,
  starred INTEGER NOT NULL DEFAULT 0,
  starred_at TEXT,
  rating INTEGER CHECK (rating BETWEEN 1 AND 5),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX marks_status ON marks (status);
CREATE INDEX marks_starred ON marks (starred) WHERE starred = 1;

CREATE TABLE queues (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  built_in INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO queues (id, name, built_in) VALUES (1, 'To read', 1);

CREATE TABLE queue_items (
  queue_id INTEGER NOT NULL REFERENCES queues (id) ON DELETE CASCADE,
  paper_id INTEGER NOT NULL REFERENCES papers (id),
  -- ascending; gaps and fractions are fine
  position REAL NOT NULL,
  PRIMARY KEY (queue_id, paper_id)
) STRICT, WITHOUT ROWID;

-- Assigned once, never recomputed.
CREATE TABLE citation_keys (
  paper_id INTEGER PRIMARY KEY REFERENCES papers (id),
  key TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

-- Append-only. A row with a target undoes or redoes that step; the others are the user's actions. Rows of one
-- step are undone together.
CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- the value given, as JSON
  value TEXT,
  -- JSON: Change[]; see history/change.ts
  changes TEXT NOT NULL,
  target INTEGER,
  -- names the editing session that rows of one step came from
  session TEXT
) STRICT;
CREATE INDEX actions_step ON actions (step);
CREATE INDEX actions_target ON actions (target) WHERE target IS NOT NULL;

-- One row. The revision counts up with every change of the digest tables, so that another program on the same
-- library can tell whether they changed.
CREATE TABLE library_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  digest_revision INTEGER NOT NULL
) STRICT;
INSERT INTO library_state (id, digest_revision) VALUES (1, 0);

CREATE VIEW visible_papers AS
  SELECT
    p.id, p.arxiv_id, a.title, a.url, a.day, a.authors, a.authors_complete, a.media, a.summary,
    coalesce(m.status, 'inbox') AS status, m.status_at, coalesce(m.starred, 0) AS starred, m.starred_at,
    m.rating, coalesce(m.note, '') AS note
  FROM papers p
  JOIN appearances a ON a.id = p.shown_id
  LEFT JOIN marks m ON m.paper_id = p.id
  WHERE a.digest_id IS NOT NULL OR m.paper_id IS NOT NULL;
`
