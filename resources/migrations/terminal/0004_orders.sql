-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far an order is paid, as the hub says it; methods: codes with commas between them.
ALTER TABLE orders ADD COLUMN payment_state TEXT NOT NULL DEFAULT 'unpaid';
ALTER TABLE orders ADD COLUMN paid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN payment_pending INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN payment_methods TEXT NOT NULL DEFAULT '';
-- Nothing of that is in the rows that are here, and nobody said this terminal's letter yet: the next snapshot says both.
UPDATE orders SET version = 0;
DELETE FROM meta WHERE key = 'cursor';

-- Orders taken here, later lines, edits and dishes that are out: what they say is JSON, which nobody queries.
-- order_id is negative while only this terminal knows the order; for a dish it is 0 and order_uuid is 'item:' with its
-- id, the name of its queue.
CREATE TABLE outbox_after (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    order_id INTEGER NOT NULL,
    order_uuid TEXT NOT NULL,
    order_number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('status', 'lines', 'recall', 'priority', 'create', 'add', 'edit', 'available')),
    to_status INTEGER,
    from_status INTEGER,
    line_action TEXT,
    line_ids TEXT NOT NULL,
    priority INTEGER,
    reason TEXT NOT NULL,
    acted_at INTEGER,
    payload TEXT NOT NULL DEFAULT '',
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
                          line_ids, priority, reason, acted_at, batch, undoes, state, attempts, error_code,
                          error_message, confirmed_at, parked_at, dismissed)
SELECT sequence, id, order_id, order_uuid, order_number, kind, to_status, from_status, line_action, line_ids, priority,
       reason, acted_at, batch, undoes, state, attempts, error_code, error_message, confirmed_at, parked_at, dismissed
FROM outbox;
-- No number comes back, not even that of a row that was purged.
DELETE FROM sqlite_sequence WHERE name = 'outbox_after';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_after', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox;
ALTER TABLE outbox_after RENAME TO outbox;
CREATE INDEX outbox_by_state ON outbox (state, sequence);
CREATE INDEX outbox_by_order ON outbox (order_uuid, sequence);
