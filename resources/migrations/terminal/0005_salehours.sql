-- SPDX-License-Identifier: GPL-3.0-or-later
-- As the hub's migration of the same name.
ALTER TABLE categories ADD COLUMN hours TEXT NOT NULL DEFAULT '[]';
ALTER TABLE items ADD COLUMN hours TEXT NOT NULL DEFAULT '[]';
ALTER TABLE items ADD COLUMN back_at INTEGER NOT NULL DEFAULT 0;
