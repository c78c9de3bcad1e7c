-- SPDX-License-Identifier: GPL-3.0-or-later
-- A JSON array of texts.
ALTER TABLE items ADD COLUMN allergens TEXT NOT NULL DEFAULT '[]';
