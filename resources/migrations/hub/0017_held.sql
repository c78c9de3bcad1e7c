-- SPDX-License-Identifier: GPL-3.0-or-later
-- Holds the number until its migration is merged.
SELECT 1;
