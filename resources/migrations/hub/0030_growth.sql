-- SPDX-License-Identifier: GPL-3.0-or-later
-- The figures of today without a look at today's orders, however many there are and were.
--
-- How many orders of a business day have which status, and their totals, without a CHECK that could refuse an order: kept by triggers, in the transaction of every
-- write that changes it. What follows a record does not run them: these rows are among the changes that it is sent.
CREATE TABLE day_counts (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    business_day TEXT NOT NULL,
    status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 7),
    orders INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (business_id, business_day, status)
) STRICT, WITHOUT ROWID;
INSERT INTO day_counts (business_id, business_day, status, orders, total)
SELECT o.business_id, o.business_day, o.status, count(*), coalesce(sum(c.total_cost), 0)
FROM orders o LEFT JOIN orders_cost c ON c.order_id = o.order_id
GROUP BY o.business_id, o.business_day, o.status;

CREATE TRIGGER orders_insert_day_counts AFTER INSERT ON orders
BEGIN
    INSERT INTO day_counts (business_id, business_day, status, orders, total)
    VALUES (NEW.business_id, NEW.business_day, NEW.status, 1, 0)
    ON CONFLICT (business_id, business_day, status) DO UPDATE SET orders = orders + 1;
END;
CREATE TRIGGER orders_update_day_counts AFTER UPDATE OF status, business_day ON orders
WHEN OLD.status <> NEW.status OR OLD.business_day <> NEW.business_day
BEGIN
    UPDATE day_counts SET orders = orders - 1,
        total = total - coalesce((SELECT c.total_cost FROM orders_cost c WHERE c.order_id = OLD.order_id), 0)
    WHERE business_id = OLD.business_id AND business_day = OLD.business_day AND status = OLD.status;
    INSERT INTO day_counts (business_id, business_day, status, orders, total)
    VALUES (NEW.business_id, NEW.business_day, NEW.status, 1,
            coalesce((SELECT c.total_cost FROM orders_cost c WHERE c.order_id = NEW.order_id), 0))
    ON CONFLICT (business_id, business_day, status)
    DO UPDATE SET orders = orders + 1, total = total + excluded.total;
END;
-- Its cost goes before it does.
CREATE TRIGGER orders_delete_day_counts AFTER DELETE ON orders
BEGIN
    UPDATE day_counts SET orders = orders - 1
    WHERE business_id = OLD.business_id AND business_day = OLD.business_day AND status = OLD.status;
END;

CREATE TRIGGER orders_cost_insert_day_counts AFTER INSERT ON orders_cost
BEGIN
    UPDATE day_counts SET total = total + NEW.total_cost
    WHERE (business_id, business_day, status) =
        (SELECT o.business_id, o.business_day, o.status FROM orders o WHERE o.order_id = NEW.order_id);
END;
CREATE TRIGGER orders_cost_update_day_counts AFTER UPDATE OF total_cost ON orders_cost
WHEN OLD.total_cost <> NEW.total_cost
BEGIN
    UPDATE day_counts SET total = total + NEW.total_cost - OLD.total_cost
    WHERE (business_id, business_day, status) =
        (SELECT o.business_id, o.business_day, o.status FROM orders o WHERE o.order_id = NEW.order_id);
END;
CREATE TRIGGER orders_cost_delete_day_counts AFTER DELETE ON orders_cost
BEGIN
    UPDATE day_counts SET total = total - OLD.total_cost
    WHERE (business_id, business_day, status) =
        (SELECT o.business_id, o.business_day, o.status FROM orders o WHERE o.order_id = OLD.order_id);
END;

-- How long the acknowledgements of the last hour took, from the index alone.
DROP INDEX painted_acks_by_time;
CREATE INDEX painted_acks_by_time ON painted_acks (business_id, painted_at, latency_ms) WHERE painted_at IS NOT NULL;

-- What may be found in 16,384 orders (models/domain/searchblock), so that a search for what is rare passes over years.
-- Nothing personal. block: order_id / 16384. names NULL: being read. The triggers take the row away with every write to
-- what the search knows of one of its orders, in the same transaction; of the newest block there is none.
CREATE TABLE search_blocks (
    search_block_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    block INTEGER NOT NULL,
    oldest INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    names BLOB,
    texts BLOB,
    UNIQUE (business_id, block)
) STRICT;
CREATE TRIGGER search_parts_insert_blocks AFTER INSERT ON search_parts
BEGIN
    DELETE FROM search_blocks WHERE business_id = NEW.business_id AND block = NEW.part >> 7;
END;
CREATE TRIGGER search_parts_update_blocks AFTER UPDATE ON search_parts
BEGIN
    DELETE FROM search_blocks WHERE business_id = NEW.business_id AND block = NEW.part >> 7;
END;
CREATE TRIGGER search_parts_delete_blocks AFTER DELETE ON search_parts
BEGIN
    DELETE FROM search_blocks WHERE business_id = OLD.business_id AND block = OLD.part >> 7;
END;
