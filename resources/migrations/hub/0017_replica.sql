-- SPDX-License-Identifier: GPL-3.0-or-later
-- A standby follows the record by the changes of each group commit.

-- How many of them there were: raised in the transaction that it counts, so a copy of the file knows its own place, and
-- a change that is applied out of its order conflicts with this row.
CREATE TABLE replica_position (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    n INTEGER NOT NULL CHECK (n >= 0)
) STRICT;
INSERT INTO replica_position (id, n) VALUES (1, 0);

-- How this very hub is followed. Like hub_state and schema_migrations it is each copy's own and no change is sent.
-- fenced_by: the epoch with a higher term that this hub heard of. token_hash: SHA-256 of the standby's token, which acts
-- for token_business. joining: solo ends by itself when the standby has everything. schema: the version of the last start; a position means nothing across two of them.
CREATE TABLE replica_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    mode TEXT NOT NULL DEFAULT 'off' CHECK (mode IN ('off', 'sync', 'async')),
    standby_name TEXT NOT NULL DEFAULT '',
    solo INTEGER NOT NULL DEFAULT 0 CHECK (solo IN (0, 1)),
    joining INTEGER NOT NULL DEFAULT 0 CHECK (joining IN (0, 1)),
    fenced_by TEXT NOT NULL DEFAULT '',
    token_hash BLOB CHECK (token_hash IS NULL OR length(token_hash) = 32),
    token_business INTEGER NOT NULL DEFAULT 0,
    schema INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO replica_state (id) VALUES (1);

-- Numbers by which a bank knows payments: never the same twice, also where a copy of the record is gone on from.
CREATE TABLE invoice_numbers (
    business_id INTEGER PRIMARY KEY REFERENCES businesses (business_id),
    last INTEGER NOT NULL CHECK (last >= 0)
) STRICT;

-- A row without a primary key is sent to no standby.
CREATE TABLE search_parts_keyed (
    search_part_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    part INTEGER NOT NULL,
    oldest INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    entries BLOB NOT NULL,
    UNIQUE (part, business_id)
) STRICT;
INSERT INTO search_parts_keyed (search_part_id, business_id, part, oldest, newest, entries)
SELECT rowid, business_id, part, oldest, newest, entries FROM search_parts;
DROP TABLE search_parts;
ALTER TABLE search_parts_keyed RENAME TO search_parts;
CREATE INDEX search_parts_by_newest ON search_parts (business_id, newest);
CREATE INDEX search_parts_by_oldest ON search_parts (business_id, oldest);
