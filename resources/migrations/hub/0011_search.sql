-- SPDX-License-Identifier: GPL-3.0-or-later
-- Years of orders looked through within a keystroke, whatever is typed. The words themselves stay in order_search.

-- What lines are called, folded, each name once: a few hundred for years of orders. They stay when their orders go.
CREATE TABLE search_names (
    name_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL,
    UNIQUE (business_id, name)
) STRICT;
INSERT INTO search_names (business_id, name)
SELECT DISTINCT i.business_id, oshaq_fold(i.name) FROM (SELECT DISTINCT business_id, name FROM orders_items) i;

-- What 128 orders are found by, packed (models/domain/searchentry): whose guest, the number, the names by their ids.
-- Nothing personal. part: order_id / 128. No order of a part was placed before `oldest` or after `newest`.
CREATE TABLE search_parts (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    part INTEGER NOT NULL,
    oldest INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    entries BLOB NOT NULL,
    UNIQUE (part, business_id)
) STRICT;
CREATE INDEX search_parts_by_newest ON search_parts (business_id, newest);
CREATE INDEX search_parts_by_oldest ON search_parts (business_id, oldest);
-- The number, and what the program before called an order, is what stands before the names of the lines.
INSERT INTO search_parts (business_id, part, oldest, newest, entries)
SELECT business_id, order_id >> 7, min(placed_at), max(placed_at),
       oshaq_search_entries(order_id, placed_at, user_id,
                            CASE WHEN names <> '' AND substr(words, -length(names) - 1) = ' ' || names
                                 THEN substr(words, 1, length(words) - length(names) - 1) ELSE words END,
                            name_ids)
FROM (SELECT o.business_id, o.order_id, o.placed_at, o.user_id, s.words,
             (SELECT oshaq_fold(group_concat(i.name, ' ')) FROM orders_items i WHERE i.order_id = o.order_id) AS names,
             (SELECT group_concat(DISTINCT n.name_id) FROM orders_items i JOIN search_names n
              ON n.business_id = i.business_id AND n.name = oshaq_fold(i.name) WHERE i.order_id = o.order_id) AS name_ids
      FROM orders o JOIN order_search s ON s.order_id = o.order_id
      LIMIT -1) -- each order's names once, not once for each use of them
GROUP BY business_id, order_id >> 7;

DROP TABLE order_words;

-- Guests are looked through by what they are called and their phones, without their rows.
DROP INDEX users_by_business;
CREATE INDEX users_by_name ON users (business_id, name, phone);
