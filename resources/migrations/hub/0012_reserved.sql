-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps the number for what comes before 0013.
SELECT 1;
