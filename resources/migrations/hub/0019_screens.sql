-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a screen was last heard of (hub time, at most a minute old), the program that it runs, and from where it spoke.
ALTER TABLE terminals ADD COLUMN last_seen_at INTEGER;
ALTER TABLE terminals ADD COLUMN program_version TEXT NOT NULL DEFAULT '';
ALTER TABLE terminals ADD COLUMN seen_address TEXT NOT NULL DEFAULT '';
