-- SPDX-License-Identifier: GPL-3.0-or-later
-- Holds the number; changes nothing.
DROP TABLE IF EXISTS reserved_0019;
