-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cash drawers: from the float that somebody put in to the count with which they closed it.

-- terminal_id: the screen beside it; null: none. At each place one session is open at most. What it should hold is its
-- float and its movements together; what it held says the last of its counts.
-- opened_by, closed_by, made_by: who did it, as in the journal.
CREATE TABLE drawer_sessions (
    drawer_session_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    terminal_id INTEGER REFERENCES terminals (terminal_id),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    float_amount INTEGER NOT NULL CHECK (float_amount >= 0),
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL CHECK (opened_by <> ''),
    closed_at INTEGER CHECK (closed_at IS NULL OR closed_at >= opened_at),
    closed_by TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((closed_at IS NULL) = (closed_by = ''))
) STRICT;
CREATE UNIQUE INDEX drawer_sessions_open ON drawer_sessions (business_id, coalesce(terminal_id, 0))
    WHERE closed_at IS NULL;
CREATE INDEX drawer_sessions_by_time ON drawer_sessions (business_id, opened_at);

-- payment_id, refund_id: of a sale and of a refund. They refer to nothing: an order of years ago goes with its payments,
-- and what a drawer held stays.
CREATE TABLE drawer_moves (
    move_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    drawer_session_id INTEGER NOT NULL REFERENCES drawer_sessions (drawer_session_id),
    kind TEXT NOT NULL CHECK (kind IN ('pay_in', 'pay_out', 'sale', 'refund')),
    amount INTEGER NOT NULL CHECK (amount > 0),
    payment_id INTEGER,
    refund_id INTEGER,
    reason TEXT NOT NULL DEFAULT '',
    made_by TEXT NOT NULL CHECK (made_by <> ''),
    made_at INTEGER NOT NULL,
    CHECK ((kind IN ('pay_in', 'pay_out')) = (reason <> '')),
    CHECK ((kind IN ('sale', 'refund')) = (payment_id IS NOT NULL)),
    CHECK ((kind = 'refund') = (refund_id IS NOT NULL))
) STRICT;
CREATE INDEX drawer_moves_by_session ON drawer_moves (drawer_session_id, kind);

-- pieces: JSON, [[face in minor units, how many], ...]; empty: only the sum was said. The count that closes a session is
-- its last one.
CREATE TABLE drawer_counts (
    count_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    drawer_session_id INTEGER NOT NULL REFERENCES drawer_sessions (drawer_session_id),
    counted INTEGER NOT NULL CHECK (counted >= 0),
    expected INTEGER NOT NULL,
    pieces TEXT NOT NULL DEFAULT '',
    made_by TEXT NOT NULL CHECK (made_by <> ''),
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX drawer_counts_by_session ON drawer_counts (drawer_session_id);
