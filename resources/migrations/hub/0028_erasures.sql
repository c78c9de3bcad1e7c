-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was erased, by numbers that say nothing any more: what happened, and what a copy of the record that is older has to
-- be told again.
CREATE TABLE guest_erasures (
    erasure_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    reason TEXT NOT NULL CHECK (reason IN ('request', 'retention')),
    orders INTEGER NOT NULL CHECK (orders >= 0),
    erased_at INTEGER NOT NULL,
    UNIQUE (business_id, user_id)
) STRICT;

-- Set: nothing of who they were is left in the row, and nothing is written there again.
ALTER TABLE users ADD COLUMN erased_at INTEGER;
