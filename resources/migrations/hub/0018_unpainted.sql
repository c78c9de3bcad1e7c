-- SPDX-License-Identifier: GPL-3.0-or-later
-- The order's newest line when a screen acknowledged its ticket; null: acknowledged before that was kept.
ALTER TABLE painted_acks ADD COLUMN last_line INTEGER;

-- Tickets of which screens were told that nobody had seen them, each with the paper that went out instead (null: no
-- printer). In one transaction with that paper, so that it goes out once however the hub ends.
CREATE TABLE unpainted_tickets (
    order_id INTEGER NOT NULL REFERENCES orders (order_id),
    station_id INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    raised_at INTEGER NOT NULL,
    job_id INTEGER,
    PRIMARY KEY (order_id, station_id, first_line)
) STRICT, WITHOUT ROWID;
