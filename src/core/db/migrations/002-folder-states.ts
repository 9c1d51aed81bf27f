/** Folders can be paused, kept or on their way out; appearances have links; a changed text can be compared. */
export const folderStates = /* sql */ `
-- active: watched. paused: left alone until resumed. kept: no longer watched, its papers stay. removed: being
-- forgotten, which goes on at the next start where it was interrupted.
ALTER TABLE folders ADD COLUMN state TEXT NOT NULL DEFAULT 'active'
  CHECK (state IN ('active', 'paused', 'kept', 'removed'));

-- JSON: {kind, url}[]
ALTER TABLE appearances ADD COLUMN links TEXT NOT NULL DEFAULT '[]';

-- What a digest said of a paper before it was rewritten. History, so no part of what a fresh import gives.
CREATE TABLE former_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  paper_id INTEGER NOT NULL REFERENCES papers (id),
  replaced_at TEXT NOT NULL,
  day TEXT,
  title TEXT NOT NULL,
  -- JSON: {label, text}[]
  summary TEXT NOT NULL
) STRICT;
CREATE INDEX former_versions_paper ON former_versions (paper_id);

DROP VIEW visible_papers;
CREATE VIEW visible_papers AS
  SELECT
    p.id, p.arxiv_id, a.id AS shown_id, a.title, a.url, a.day, a.authors, a.authors_complete, a.media, a.links,
    a.summary, coalesce(m.status, 'inbox') AS status, m.status_at, coalesce(m.starred, 0) AS starred,
    m.starred_at, m.rating, coalesce(m.note, '') AS note
  FROM papers p
  JOIN appearances a ON a.id = p.shown_id
  LEFT JOIN marks m ON m.paper_id = p.id
  WHERE a.digest_id IS NOT NULL OR m.paper_id IS NOT NULL;
`
