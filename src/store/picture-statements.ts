/** The waiting pictures that are due; of feeds that have used up their share, only those newer than the oldest kept one. */
const duePictures = `pictures LEFT JOIN rows(:full, feed_id INTEGER, oldest INTEGER) AS filled USING (feed_id)
  WHERE state = 'waiting' AND next_try <= :now AND position >= :floor AND position >= coalesce(filled.oldest, :floor)`

/** The statements for pictures, by name. */
export const pictureStatements = {
  allEntries: 'SELECT entry_id FROM entries WHERE off_site IS NULL ORDER BY entry_id',
  entriesSince: 'SELECT entry_id FROM entries INDEXED BY entries_by_revision WHERE revision > ? ORDER BY entry_id',
  someEntries: `SELECT e.entry_id, e.feed_id, e.position, e.off_site, t.entry, t.content, t.summary
    FROM entries e LEFT JOIN texts t USING (entry_id) WHERE e.entry_id IN numbers(?)`,
  ofEntries: 'SELECT entry_id, picture FROM entry_pictures WHERE entry_id IN numbers(?)',
  link: 'INSERT INTO entry_pictures (entry_id, picture) VALUES (?, ?)',
  unlink: 'DELETE FROM entry_pictures WHERE entry_id = ? AND picture = ?',
  add: `INSERT INTO pictures (picture, kind, address, feed_id, position, state, next_try, failures)
    VALUES (?, ?, ?, ?, ?, 'waiting', 0, 0)
    ON CONFLICT (picture) DO UPDATE SET position = CASE
      WHEN excluded.position > pictures.position THEN excluded.position ELSE pictures.position END`,
  // `bury` notes the copies of a picture that no entry shows for deletion; `drop` forgets the picture.
  bury: `INSERT INTO gone_pictures (hash, widths) SELECT hash, widths FROM pictures
    WHERE picture = ? AND state = 'kept' AND NOT EXISTS (SELECT 1 FROM entry_pictures WHERE entry_pictures.picture = pictures.picture)
    ON CONFLICT (hash) DO NOTHING`,
  drop: `DELETE FROM pictures
    WHERE picture = ? AND NOT EXISTS (SELECT 1 FROM entry_pictures WHERE entry_pictures.picture = pictures.picture)`,
  // Feeds take turns, one picture each: a feed with thousands does not keep others waiting.
  due: `SELECT w.picture, w.kind, w.address, w.failures, f.url FROM (
      SELECT picture, kind, address, failures, feed_id, position,
        row_number() OVER (PARTITION BY feed_id ORDER BY position DESC, picture) AS turn
      FROM ${duePictures}
    ) w JOIN feeds f USING (feed_id) ORDER BY w.turn, w.position DESC, w.picture LIMIT :limit`,
  // Other fetchers that share the state leave these pictures alone meanwhile.
  take: 'UPDATE pictures SET next_try = ? WHERE next_try <= ? AND picture IN texts(?) RETURNING picture',
  countDue: `SELECT count(*) AS waiting FROM ${duePictures}`,
  keep: `UPDATE pictures SET state = 'kept', next_try = NULL, problem = NULL, width = ?, height = ?, hash = ?, widths = ?, moves = ?, bytes = ?
    WHERE picture = ?`,
  revive: 'DELETE FROM gone_pictures WHERE hash = ?',
  measure: `UPDATE pictures SET state = 'measured', next_try = NULL, problem = NULL, width = ?, height = ? WHERE picture = ?`,
  fail: 'UPDATE pictures SET state = ?, next_try = ?, problem = ?, failures = failures + 1 WHERE picture = ?',
  wait: 'UPDATE pictures SET next_try = ? WHERE picture = ?',
  lose: `UPDATE pictures SET state = 'waiting', next_try = ? WHERE hash = ? AND state = 'kept'`,
  entriesOf: 'SELECT DISTINCT entry_id FROM entry_pictures WHERE picture IN texts(?)',
  feedsOf: `SELECT DISTINCT feed_id FROM pictures WHERE kind <> 'entry' AND picture IN texts(?)`,
  find: `SELECT picture, width, height, hash, widths, moves FROM pictures
    WHERE state IN ('kept', 'measured') AND picture IN texts(?)`,
  kept: `SELECT picture, kind, feed_id, bytes FROM pictures WHERE state = 'kept' ORDER BY position, picture`,
  size: `SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) AS bytes FROM pictures WHERE state = 'kept'`,
  shares: `SELECT feed_id, CAST(sum(bytes) AS BIGINT) AS bytes, min(position) AS oldest FROM pictures WHERE state = 'kept' GROUP BY feed_id`,
  undrop: `UPDATE pictures SET state = 'waiting', next_try = 0 WHERE state = 'dropped'`,
  buryAny: `INSERT INTO gone_pictures (hash, widths) SELECT hash, widths FROM pictures WHERE picture = ? AND state = 'kept'
    ON CONFLICT (hash) DO NOTHING`,
  leave: `UPDATE pictures SET state = 'dropped', hash = NULL, widths = NULL, bytes = NULL WHERE picture = ?`,
  gone: `SELECT hash, widths FROM gone_pictures g
    WHERE NOT EXISTS (SELECT 1 FROM pictures p WHERE p.hash = g.hash AND p.state = 'kept')`,
  forgetGone: 'DELETE FROM gone_pictures',
  faces: `SELECT p.picture, p.kind, p.address, p.state, p.width, p.height, p.hash, p.widths, p.moves, f.url
    FROM pictures p JOIN feeds f USING (feed_id) WHERE p.kind <> 'entry'`,
  feedIds: 'SELECT feed_id, url FROM feeds',
  buryAll: `INSERT INTO gone_pictures (hash, widths) SELECT DISTINCT hash, widths FROM pictures WHERE state = 'kept'
    ON CONFLICT (hash) DO NOTHING`,
  dropLinks: 'DELETE FROM entry_pictures',
  dropAll: 'DELETE FROM pictures',
  toMeasured: `UPDATE pictures SET state = 'measured', hash = NULL, widths = NULL, bytes = NULL WHERE state = 'kept'`,
  dropFaces: `DELETE FROM pictures WHERE kind <> 'entry'`,
  toWaiting: `UPDATE pictures SET state = 'waiting', next_try = 0 WHERE state IN ('measured', 'dropped')`,
}
