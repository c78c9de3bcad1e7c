-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who stands at this screen.

-- Who did it, as the hub knows them, and as what they were allowed to; 0 and '': nobody was named.
ALTER TABLE outbox ADD COLUMN operator_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN operator_role TEXT NOT NULL DEFAULT '';

-- Who signed in here lately and gets in without a hub: Argon2id of the PIN under this terminal's own salt, so that one
-- computation finds whose it is. confirmed_at: when the hub said last that it is theirs.
CREATE TABLE known_operators (
    staff_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    pin_hash BLOB NOT NULL CHECK (length(pin_hash) = 32),
    confirmed_at INTEGER NOT NULL
) STRICT;

-- Sign-ins and sign-outs that the hub has not heard of, in their order.
CREATE TABLE operator_reports (
    report_id INTEGER PRIMARY KEY AUTOINCREMENT,
    staff_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('in', 'out')),
    acted_at INTEGER NOT NULL
) STRICT;
