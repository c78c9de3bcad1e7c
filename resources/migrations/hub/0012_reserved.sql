-- SPDX-License-Identifier: GPL-3.0-or-later
-- Holds the number; what belongs here comes with the branch that has it.
SELECT 1;
