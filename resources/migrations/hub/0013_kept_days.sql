-- SPDX-License-Identifier: GPL-3.0-or-later
-- Figures of business days that are over, added up once.
--
-- figures: what models/hub/dayfigures writes, and the version of that; NULL while the day is being added up. A row
-- counts only for the zone and the bounds that the business has when it is read. The triggers take the row of a day
-- away with every write to one of its orders or to what belongs to them, in the same transaction: also a row whose
-- figures are not there yet, so that what was read before that write is never kept. No day is longer than three days,
-- so that a trigger looks at three rows at most; for an order that is younger than all of them, as most are, at none.
CREATE TABLE kept_days (
    kept_day_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    time_zone TEXT NOT NULL,
    begin_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL CHECK (end_ms >= begin_ms AND end_ms - begin_ms <= 259200000),
    version INTEGER NOT NULL DEFAULT 0,
    figures BLOB,
    UNIQUE (business_id, day)
) STRICT;
CREATE INDEX kept_days_by_end ON kept_days (business_id, end_ms, begin_ms);

CREATE TRIGGER orders_insert_kept_days AFTER INSERT ON orders
WHEN NEW.placed_at < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE business_id = NEW.business_id AND begin_ms <= NEW.placed_at
        AND end_ms > NEW.placed_at AND end_ms <= NEW.placed_at + 259200000;
END;
CREATE TRIGGER orders_update_kept_days AFTER UPDATE ON orders
WHEN OLD.business_id <> NEW.business_id
    OR min(OLD.placed_at, NEW.placed_at) < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE business_id = OLD.business_id AND begin_ms <= OLD.placed_at
        AND end_ms > OLD.placed_at AND end_ms <= OLD.placed_at + 259200000;
    DELETE FROM kept_days WHERE business_id = NEW.business_id AND begin_ms <= NEW.placed_at
        AND end_ms > NEW.placed_at AND end_ms <= NEW.placed_at + 259200000;
END;
CREATE TRIGGER orders_delete_kept_days AFTER DELETE ON orders
WHEN OLD.placed_at < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = OLD.business_id)
BEGIN
    DELETE FROM kept_days WHERE business_id = OLD.business_id AND begin_ms <= OLD.placed_at
        AND end_ms > OLD.placed_at AND end_ms <= OLD.placed_at + 259200000;
END;

CREATE TRIGGER orders_items_insert_kept_days AFTER INSERT ON orders_items
WHEN (SELECT o.placed_at FROM orders o WHERE o.order_id = NEW.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id = NEW.order_id);
END;
CREATE TRIGGER orders_items_update_kept_days AFTER UPDATE ON orders_items
WHEN OLD.order_id <> NEW.order_id
    OR (SELECT o.placed_at FROM orders o WHERE o.order_id = NEW.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id IN (OLD.order_id, NEW.order_id));
END;
CREATE TRIGGER orders_items_delete_kept_days AFTER DELETE ON orders_items
WHEN (SELECT o.placed_at FROM orders o WHERE o.order_id = OLD.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = OLD.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id = OLD.order_id);
END;

CREATE TRIGGER orders_cost_insert_kept_days AFTER INSERT ON orders_cost
WHEN (SELECT o.placed_at FROM orders o WHERE o.order_id = NEW.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id = NEW.order_id);
END;
CREATE TRIGGER orders_cost_update_kept_days AFTER UPDATE ON orders_cost
WHEN OLD.order_id <> NEW.order_id
    OR (SELECT o.placed_at FROM orders o WHERE o.order_id = NEW.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id IN (OLD.order_id, NEW.order_id));
END;
CREATE TRIGGER orders_cost_delete_kept_days AFTER DELETE ON orders_cost
WHEN (SELECT o.placed_at FROM orders o WHERE o.order_id = OLD.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = OLD.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id = OLD.order_id);
END;

CREATE TRIGGER order_status_insert_kept_days AFTER INSERT ON order_status
WHEN (SELECT o.placed_at FROM orders o WHERE o.order_id = NEW.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id = NEW.order_id);
END;
CREATE TRIGGER order_status_update_kept_days AFTER UPDATE ON order_status
WHEN OLD.order_id <> NEW.order_id
    OR (SELECT o.placed_at FROM orders o WHERE o.order_id = NEW.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id IN (OLD.order_id, NEW.order_id));
END;
CREATE TRIGGER order_status_delete_kept_days AFTER DELETE ON order_status
WHEN (SELECT o.placed_at FROM orders o WHERE o.order_id = OLD.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = OLD.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id = OLD.order_id);
END;

CREATE TRIGGER painted_acks_insert_kept_days AFTER INSERT ON painted_acks
WHEN (SELECT o.placed_at FROM orders o WHERE o.order_id = NEW.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id = NEW.order_id);
END;
CREATE TRIGGER painted_acks_update_kept_days AFTER UPDATE ON painted_acks
WHEN OLD.order_id <> NEW.order_id
    OR (SELECT o.placed_at FROM orders o WHERE o.order_id = NEW.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = NEW.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id IN (OLD.order_id, NEW.order_id));
END;
CREATE TRIGGER painted_acks_delete_kept_days AFTER DELETE ON painted_acks
WHEN (SELECT o.placed_at FROM orders o WHERE o.order_id = OLD.order_id)
    < (SELECT max(k.end_ms) FROM kept_days k WHERE k.business_id = OLD.business_id)
BEGIN
    DELETE FROM kept_days WHERE kept_day_id IN (
        SELECT k.kept_day_id FROM orders o CROSS JOIN kept_days k ON k.business_id = o.business_id
            AND k.begin_ms <= o.placed_at AND k.end_ms > o.placed_at AND k.end_ms <= o.placed_at + 259200000
        WHERE o.order_id = OLD.order_id);
END;
