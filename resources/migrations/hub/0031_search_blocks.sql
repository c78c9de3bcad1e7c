-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which blocks of orders there are filters of, without a look at the filters: every search asks for all of them.
-- newest = 0: it is being read (names is NULL).
CREATE INDEX search_blocks_filled ON search_blocks (business_id, block, oldest, newest) WHERE newest <> 0;
