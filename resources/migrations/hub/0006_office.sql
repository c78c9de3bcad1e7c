-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the office needs: finding orders by words, an order's own history, sorted lists, feature flags.

-- words: the order's number and the names of its lines, folded by oshaq_fold(), written with the order. Nothing
-- personal: names and phones of guests stay in users and are folded when they are looked for.
CREATE TABLE order_search (
    order_id INTEGER PRIMARY KEY REFERENCES orders (order_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    words TEXT NOT NULL
) STRICT;
INSERT INTO order_search (order_id, business_id, words)
SELECT o.order_id, o.business_id,
       oshaq_fold(o.number || ' ' || coalesce((SELECT group_concat(i.name, ' ') FROM orders_items i WHERE i.order_id = o.order_id), ''))
FROM orders o;

-- The journal by what it is about: an order's history, the audit log's filters.
CREATE INDEX journal_by_entity ON journal (business_id, entity, entity_id, seq);

-- Orders as lists sort them. "A-1000" comes after "A-999".
CREATE INDEX orders_by_length_of_number ON orders (business_id, business_day, length(number), number);
CREATE INDEX orders_cost_by_total ON orders_cost (business_id, total_cost, order_id);

-- An address that goes is looked for in every order that may still refer to it.
CREATE INDEX orders_by_address ON orders (address_id) WHERE address_id IS NOT NULL;

-- owner: who answers for the flag. Behind expires_at it counts as off.
CREATE TABLE feature_flags (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    owner TEXT NOT NULL CHECK (owner <> ''),
    description TEXT NOT NULL DEFAULT '',
    expires_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (business_id, name)
) STRICT, WITHOUT ROWID;
