/**
 * Own queues, tags, snoozing, rules, and how lists are looked at. A place in a queue and a tag of a paper are
 * changes of their own in the log from here on. A row of `marks` exists exactly while there is anything that the
 * user did with a paper: a status other than inbox, a star, a rating, a note, a snooze, a place in a queue, a tag.
 */
export const triageDesk = /* sql */ `
-- Queues anew, so that the id of a deleted one is never given again: the log may still bring it back. Dropping the
-- old table empties the one that refers to it.
CREATE TEMP TABLE former_queues AS SELECT * FROM queues;
CREATE TEMP TABLE former_items AS SELECT * FROM queue_items;
DROP TABLE queue_items;
DROP TABLE queues;
CREATE TABLE queues (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  built_in INTEGER NOT NULL DEFAULT 0,
  color TEXT,
  due TEXT,
  -- ascending; gaps and fractions are fine
  place REAL NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX queues_name ON queues (name COLLATE NOCASE);
CREATE TABLE queue_items (
  queue_id INTEGER NOT NULL REFERENCES queues (id) ON DELETE CASCADE,
  paper_id INTEGER NOT NULL REFERENCES papers (id),
  -- ascending; gaps and fractions are fine
  position REAL NOT NULL,
  PRIMARY KEY (queue_id, paper_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_items_paper ON queue_items (paper_id);
INSERT INTO queues (id, name, built_in) SELECT id, name, built_in FROM former_queues;
INSERT INTO queue_items SELECT queue_id, paper_id, position FROM former_items;
DROP TABLE former_queues;
DROP TABLE former_items;

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

-- Whether a folder's first import came to its end: only then is a new day of it an arrival.
ALTER TABLE folders ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
UPDATE folders SET imported = 1 WHERE EXISTS (SELECT 1 FROM digests WHERE folder_id = folders.id);
-- The newest day that was there when digests were last looked at, and the one whose arrival was told last.
ALTER TABLE library_state ADD COLUMN newest_day TEXT;
ALTER TABLE library_state ADD COLUMN told_day TEXT;
UPDATE library_state SET newest_day = (
  SELECT max(a.day) FROM appearances a JOIN digests d ON d.id = a.digest_id
  JOIN folders f ON f.id = d.folder_id WHERE f.sample = 0
);

-- What an action was done with: the name of a queue, tag or rule at that time.
ALTER TABLE actions ADD COLUMN name TEXT;

-- What the log says of each step, so that it need not be read: it follows from the log.
CREATE TABLE steps (
  step INTEGER PRIMARY KEY,
  -- last of the rows of the step in the log
  last_action INTEGER NOT NULL,
  -- the row that undid it; null while it stands
  undone_by INTEGER,
  papers INTEGER NOT NULL,
  -- JSON: ids of the first hundred of these
  first_papers TEXT NOT NULL
) STRICT;
CREATE INDEX steps_standing ON steps (step) WHERE undone_by IS NULL;
CREATE INDEX steps_undone ON steps (undone_by) WHERE undone_by IS NOT NULL;
INSERT INTO steps
  SELECT a.step, max(a.id),
    (SELECT CASE t.kind WHEN 'undo' THEN t.id END FROM actions t WHERE t.target = a.step ORDER BY t.id DESC LIMIT 1),
    (SELECT count(DISTINCT c.value ->> 'paper') FROM actions r, json_each(r.changes) c WHERE r.step = a.step),
    (SELECT json_group_array(paper) FROM (
      SELECT DISTINCT c.value ->> 'paper' AS paper FROM actions r, json_each(r.changes) c
      WHERE r.step = a.step LIMIT 100))
  FROM actions a WHERE a.target IS NULL GROUP BY a.step;

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
      'before', json(CASE json_type(value, '$.before.toRead')
        WHEN 'null' THEN NULL ELSE json_object('position', value -> '$.before.toRead') END),
      'after', json(CASE json_type(value, '$.after.toRead')
        WHEN 'null' THEN NULL ELSE json_object('position', value -> '$.after.toRead') END)
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
