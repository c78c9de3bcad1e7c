-- SPDX-License-Identifier: GPL-3.0-or-later
-- Holds a number until the backups' own migration takes its place.
DROP TABLE IF EXISTS reserved;
