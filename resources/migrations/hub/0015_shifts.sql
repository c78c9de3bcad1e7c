-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was at work when, from sign-in to sign-out at a screen.

-- ends_by: the end of the business day in which it began, as it was then. A shift that is still open at that time has
-- ended there: whoever reads takes it so, and the next write of that person stores it. ended_by_other: not by the person.
-- terminal_id: where they signed in last.
CREATE TABLE staff_shifts (
    shift_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    staff_id INTEGER NOT NULL REFERENCES staff (staff_id),
    terminal_id INTEGER REFERENCES terminals (terminal_id),
    began_at INTEGER NOT NULL,
    ends_by INTEGER NOT NULL CHECK (ends_by > began_at),
    ended_at INTEGER CHECK (ended_at IS NULL OR ended_at >= began_at),
    ended_by_other INTEGER NOT NULL DEFAULT 0 CHECK (ended_by_other IN (0, 1)),
    CHECK (ended_at IS NOT NULL OR ended_by_other = 0)
) STRICT;
CREATE UNIQUE INDEX staff_shifts_open ON staff_shifts (staff_id) WHERE ended_at IS NULL;
CREATE INDEX staff_shifts_by_staff ON staff_shifts (staff_id, began_at);
CREATE INDEX staff_shifts_by_time ON staff_shifts (business_id, began_at);
