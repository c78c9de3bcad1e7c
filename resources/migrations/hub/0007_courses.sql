-- SPDX-License-Identifier: GPL-3.0-or-later
-- Courses that are held until somebody fires them, and orders that go first.

-- fired_at: when a held line was fired; 0: it was never held.
ALTER TABLE orders_items ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1));
ALTER TABLE orders_items ADD COLUMN fired_at INTEGER NOT NULL DEFAULT 0 CHECK (fired_at >= 0);
ALTER TABLE orders ADD COLUMN priority INTEGER NOT NULL DEFAULT 0 CHECK (priority IN (0, 1));
