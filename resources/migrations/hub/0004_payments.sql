-- SPDX-License-Identifier: GPL-3.0-or-later
-- Money that guests pay. No card number is ever stored: the bank keeps cards and gives tokens for them.
--
-- What a payment holds against its order (all of it while it may still come, its charge without what went back) never
-- exceeds the order's total; the commands see to that, because the total stands in another table.

CREATE TABLE saved_cards (
    card_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    bank_token TEXT NOT NULL CHECK (bank_token <> ''),
    mask TEXT NOT NULL CHECK (mask <> ''),
    type TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX saved_cards_by_user ON saved_cards (user_id) WHERE deleted_at IS NULL;

-- refunded: of amount and tip, the sum of its refunds. taken_by: who wrote it, as in the journal.
CREATE TABLE payments (
    payment_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    order_id INTEGER NOT NULL REFERENCES orders (order_id),
    method TEXT NOT NULL CHECK (method IN ('cash', 'card_reader', 'halyk', 'saved')),
    status TEXT NOT NULL CHECK (status IN ('created', 'pending', 'authorised', 'charged', 'cancelled', 'part_refunded',
                                           'refunded', 'failed', 'unknown')),
    amount INTEGER NOT NULL CHECK (amount > 0),
    tip INTEGER NOT NULL DEFAULT 0 CHECK (tip >= 0),
    tendered INTEGER CHECK (tendered IS NULL OR (method = 'cash' AND tendered >= amount + tip)),
    slip TEXT NOT NULL DEFAULT '',
    card_id INTEGER REFERENCES saved_cards (card_id),
    refunded INTEGER NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount + tip),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    taken_by TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((status = 'refunded') = (refunded = amount + tip)),
    CHECK ((status = 'part_refunded') = (refunded > 0 AND refunded < amount + tip))
) STRICT;
CREATE INDEX payments_by_order ON payments (order_id);
CREATE INDEX payments_by_time ON payments (business_id, created_at);

CREATE TABLE refunds (
    refund_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    payment_id INTEGER NOT NULL REFERENCES payments (payment_id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    made_by TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX refunds_by_payment ON refunds (payment_id);
