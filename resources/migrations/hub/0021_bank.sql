-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a bank is told of payments, and what it says of them. The row is there before the bank hears anything.

-- begun_at: when the payment was written. sent_at: a saved card's charge may have been sent from then on; 0: certainly
-- not. given_up: by whom it was ended while the bank had not. bank_*: the bank's last word; bank_state '' is "never heard
-- of it". polls, misses: questions since something changed, and the last ones of them that nobody answered. next_at: when
-- there is something to do; null: nothing.
CREATE TABLE bank_attempts (
    payment_id INTEGER PRIMARY KEY REFERENCES payments (payment_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    invoice INTEGER NOT NULL CHECK (invoice > 0),
    keep_card INTEGER NOT NULL DEFAULT 0 CHECK (keep_card IN (0, 1)),
    language TEXT NOT NULL DEFAULT '',
    page_key TEXT CHECK (page_key IS NULL OR length(page_key) >= 22),
    begun_at INTEGER NOT NULL,
    sent_at INTEGER NOT NULL DEFAULT 0,
    given_up TEXT NOT NULL DEFAULT '' CHECK (given_up IN ('', 'time', 'hand')),
    transaction_id TEXT NOT NULL DEFAULT '',
    bank_state TEXT NOT NULL DEFAULT '' CHECK (bank_state IN ('', 'new', 'waiting', 'authorised', 'charged', 'cancelled',
                                                              'refunded', 'rejected')),
    bank_amount INTEGER NOT NULL DEFAULT 0,
    bank_refunded INTEGER NOT NULL DEFAULT 0,
    answered_at INTEGER NOT NULL DEFAULT 0,
    charged_at INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '',
    polls INTEGER NOT NULL DEFAULT 0,
    misses INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER,
    watch_until INTEGER NOT NULL DEFAULT 0,
    UNIQUE (business_id, invoice)
) STRICT;
CREATE INDEX bank_attempts_by_next ON bank_attempts (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX bank_attempts_by_charge ON bank_attempts (business_id, charged_at);
CREATE INDEX bank_attempts_by_begin ON bank_attempts (business_id, begun_at);
CREATE UNIQUE INDEX bank_attempts_by_page ON bank_attempts (page_key) WHERE page_key IS NOT NULL;

-- What goes back through a bank is asked for first and done later. automatic: of money that came when nobody owed it any
-- more. answer: to what was sent last; '': none, so it may have arrived.
ALTER TABLE refunds ADD COLUMN state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('asked', 'sent', 'done', 'failed'));
ALTER TABLE refunds ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1));
ALTER TABLE refunds ADD COLUMN external_id TEXT NOT NULL DEFAULT '';
ALTER TABLE refunds ADD COLUMN answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'told', 'declined'));
ALTER TABLE refunds ADD COLUMN sent_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE refunds ADD COLUMN done_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE refunds ADD COLUMN problem TEXT NOT NULL DEFAULT '';
UPDATE refunds SET done_at = created_at;

-- A card that its guest took away is to be forgotten by the bank as well; null: there is nothing to tell.
ALTER TABLE saved_cards ADD COLUMN forget_at INTEGER;
CREATE INDEX saved_cards_to_forget ON saved_cards (forget_at) WHERE forget_at IS NOT NULL;

-- The lines that a payment was for, where a bill was divided by them.
CREATE TABLE payment_lines (
    payment_id INTEGER NOT NULL REFERENCES payments (payment_id),
    order_item_id INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (payment_id, order_item_id)
) STRICT, WITHOUT ROWID;
