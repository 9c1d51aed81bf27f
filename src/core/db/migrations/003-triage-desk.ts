/**
 * Own queues, tags, snoozing, rules, and how lists are looked at. A place in a queue and a tag of a paper are
 * changes of their own in the log from here on. A row of `marks` exists exactly while there is anything that the
 * user did with a paper: a status other than inbox, a star, a rating, a note, a snooze, a place in a queue, a tag.
 */
export const triageDesk = /* sql */ `
ALTER TABLE queues ADD COLUMN color TEXT;
ALTER TABLE queues ADD COLUMN due TEXT;
-- ascending; gaps and fractions are fine
ALTER TABLE queues ADD COLUMN place REAL NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX queues_name ON queues (name COLLATE NOCASE);
CREATE INDEX queue_items_paper ON queue_items (paper_id);

CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  color TEXT
) STRICT;

CREATE TABLE paper_tags (
  paper_id INTEGER NOT NULL REFERENCES papers (id),
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (paper_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_tags_tag ON paper_tags (tag_id);

-- Away from the inbox until this day, on which it is back at its top.
ALTER TABLE marks ADD COLUMN snoozed_until TEXT;
CREATE INDEX marks_snoozed ON marks (snoozed_until) WHERE snoozed_until IS NOT NULL;

CREATE TABLE rules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  query TEXT NOT NULL,
  -- JSON: RuleAction
  action TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  -- papers up to this id were there before it was switched on, or are done
  seen_paper INTEGER NOT NULL,
  applied INTEGER NOT NULL DEFAULT 0
) STRICT;

-- How lists are looked at, and where the user is in them. No part of what undo takes back.
CREATE TABLE list_views (
  -- a list's kind and what else names it; decks share one
  list TEXT PRIMARY KEY,
  -- JSON: ListView
  view TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE list_cursors (
  list TEXT PRIMARY KEY,
  paper_id INTEGER NOT NULL REFERENCES papers (id),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The log of before: a place in To read was part of a paper's marks.
UPDATE actions SET changes = (
  SELECT json_group_array(json(change)) FROM (
    SELECT json_object(
      'on', 'marks', 'paper', value ->> 'paper',
      'before', json_remove(value -> 'before', '$.toRead'), 'after', json_remove(value -> 'after', '$.toRead')
    ) AS change FROM json_each(actions.changes)
    UNION ALL
    SELECT json_object(
      'on', 'place', 'queue', 1, 'paper', value ->> 'paper',
      'before', value -> 'before' -> 'toRead', 'after', value -> 'after' -> 'toRead'
    ) FROM json_each(actions.changes) WHERE json_type(value, '$.after.toRead') IS NOT NULL
  )
) WHERE changes <> '[]';

DROP VIEW visible_papers;
CREATE VIEW visible_papers AS
  SELECT
    p.id, p.arxiv_id, a.id AS shown_id, a.title, a.url, a.day, a.authors, a.authors_complete, a.media, a.links,
    a.summary, coalesce(m.status, 'inbox') AS status, m.status_at, coalesce(m.starred, 0) AS starred,
    m.starred_at, m.rating, coalesce(m.note, '') AS note, m.snoozed_until
  FROM papers p
  JOIN appearances a ON a.id = p.shown_id
  LEFT JOIN marks m ON m.paper_id = p.id
  WHERE a.digest_id IS NOT NULL OR m.paper_id IS NOT NULL;
`
