-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stands for the migration of this number that comes from elsewhere.
SELECT 1;
