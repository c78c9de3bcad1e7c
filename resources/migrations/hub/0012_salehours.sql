-- SPDX-License-Identifier: GPL-3.0-or-later
-- When things are sold, and when what is off the menu comes back.

-- A JSON array of [weekdays, from, to]: bits from Monday, minutes after midnight. Of a category: its items' that have
-- none; none at all: always.
ALTER TABLE categories ADD COLUMN hours TEXT NOT NULL DEFAULT '[]' CHECK (substr(hours, 1, 1) = '[');
ALTER TABLE items ADD COLUMN hours TEXT NOT NULL DEFAULT '[]' CHECK (substr(hours, 1, 1) = '[');

-- 0: when somebody puts it back.
ALTER TABLE items ADD COLUMN back_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX items_by_back_at ON items (back_at) WHERE back_at > 0 AND deleted_at IS NULL;
