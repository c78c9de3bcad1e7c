-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a counter asks of every order and every caller: is it paid, and who is this.

-- What the order's payments come to, beside its total: kept with every payment and every change of the total, so that
-- no list of orders looks at payments. payment_methods: codes of payments that hold money, oldest first, with commas.
ALTER TABLE orders ADD COLUMN payment_state TEXT NOT NULL DEFAULT 'unpaid'
    CHECK (payment_state IN ('unpaid', 'part_paid', 'paid', 'refunded'));
ALTER TABLE orders ADD COLUMN paid INTEGER NOT NULL DEFAULT 0 CHECK (paid >= 0);
ALTER TABLE orders ADD COLUMN pending INTEGER NOT NULL DEFAULT 0 CHECK (pending >= 0);
ALTER TABLE orders ADD COLUMN payment_methods TEXT NOT NULL DEFAULT '';

UPDATE orders SET
    paid = (SELECT coalesce(sum(p.amount - min(p.refunded, p.amount)), 0) FROM payments p
            WHERE p.order_id = orders.order_id AND p.status IN ('charged', 'part_refunded')),
    pending = (SELECT coalesce(sum(p.amount), 0) FROM payments p
               WHERE p.order_id = orders.order_id AND p.status IN ('created', 'pending', 'authorised', 'unknown')),
    payment_methods = coalesce(
        (SELECT group_concat(held.method, ',') FROM
            (SELECT p.method FROM payments p
             WHERE p.order_id = orders.order_id AND p.status NOT IN ('cancelled', 'failed', 'refunded')
               AND p.refunded < p.amount
             GROUP BY p.method ORDER BY min(p.payment_id)) held), '')
WHERE order_id IN (SELECT order_id FROM payments);

UPDATE orders SET payment_state = CASE
    WHEN paid = 0 AND EXISTS (SELECT 1 FROM payments p WHERE p.order_id = orders.order_id AND p.refunded > 0)
        THEN 'refunded'
    WHEN paid >= (SELECT c.total_cost FROM orders_cost c WHERE c.order_id = orders.order_id) THEN 'paid'
    WHEN paid > 0 THEN 'part_paid'
    ELSE 'unpaid' END
WHERE order_id IN (SELECT order_id FROM payments)
   OR order_id IN (SELECT order_id FROM orders_cost WHERE total_cost = 0);

CREATE INDEX orders_by_payment ON orders (business_id, payment_state, placed_at, order_id);

-- The last ten digits of the phone: the same person calls again, and is written down again each time.
ALTER TABLE users ADD COLUMN phone_digits TEXT NOT NULL DEFAULT '';
UPDATE users SET phone_digits = substr(oshaq_digits(phone), -10) WHERE phone <> '';
CREATE INDEX users_by_digits ON users (business_id, phone_digits) WHERE phone_digits <> '';
