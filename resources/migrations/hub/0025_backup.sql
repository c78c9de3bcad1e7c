-- SPDX-License-Identifier: GPL-3.0-or-later
-- Backups get the same changes as a standby. archived: this copy records them for that, whoever writes to it; a program
-- that writes without a backup running raises the position all the same, so that the gap shows.
ALTER TABLE replica_state ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
