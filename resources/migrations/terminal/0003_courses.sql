-- SPDX-License-Identifier: GPL-3.0-or-later
-- As the hub's migration of the same name; and staff say which orders go first.
ALTER TABLE order_lines ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN fired_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;

-- What people at this screen know of a ticket: its lines as [id, voided], a digest of what stands above them, and that
-- it was cancelled.
CREATE TABLE seen_tickets (
    order_uuid TEXT NOT NULL PRIMARY KEY,
    head TEXT NOT NULL,
    lines TEXT NOT NULL,
    cancelled INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- batch: commands of one act, by the first one's id; undoes: the batch that this one takes back.
-- The kinds of commands are part of the table, and SQLite cannot change a CHECK.
CREATE TABLE outbox_after (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    order_id INTEGER NOT NULL,
    order_uuid TEXT NOT NULL,
    order_number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('status', 'lines', 'recall', 'priority')),
    to_status INTEGER,
    from_status INTEGER,
    line_action TEXT,
    line_ids TEXT NOT NULL,
    priority INTEGER,
    reason TEXT NOT NULL,
    acted_at INTEGER,
    batch TEXT NOT NULL DEFAULT '',
    undoes TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('queued', 'confirmed', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT '',
    error_message TEXT NOT NULL DEFAULT '',
    confirmed_at INTEGER,
    parked_at INTEGER,
    dismissed INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO outbox_after (sequence, id, order_id, order_uuid, order_number, kind, to_status, from_status, line_action,
                          line_ids, reason, acted_at, batch, state, attempts, error_code, error_message, confirmed_at,
                          parked_at, dismissed)
SELECT sequence, id, order_id, order_uuid, order_number, kind, to_status, from_status, line_action, line_ids, reason,
       acted_at, id, state, attempts, error_code, error_message, confirmed_at, parked_at, dismissed
FROM outbox;
-- No number comes back, not even that of a row that was purged.
DELETE FROM sqlite_sequence WHERE name = 'outbox_after';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_after', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox;
ALTER TABLE outbox_after RENAME TO outbox;
CREATE INDEX outbox_by_state ON outbox (state, sequence);
