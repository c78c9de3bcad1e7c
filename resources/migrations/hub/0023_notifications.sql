-- SPDX-License-Identifier: GPL-3.0-or-later
-- What guests and staff are told: what a business decided, who is told, and the outbox.
--
-- cursor: the last journal seq that was looked at. It stands in the same file as the journal, so that a restored copy
-- goes on where the copied journal was. What happened before this table was there is told to nobody.
CREATE TABLE notification_settings (
    business_id INTEGER PRIMARY KEY REFERENCES businesses (business_id),
    cursor INTEGER NOT NULL DEFAULT 0 CHECK (cursor >= 0),
    language TEXT NOT NULL DEFAULT 'ru',
    guest_quiet_from INTEGER NOT NULL DEFAULT 0 CHECK (guest_quiet_from BETWEEN 0 AND 1439),
    guest_quiet_to INTEGER NOT NULL DEFAULT 0 CHECK (guest_quiet_to BETWEEN 0 AND 1439),
    staff_quiet_from INTEGER NOT NULL DEFAULT 0 CHECK (staff_quiet_from BETWEEN 0 AND 1439),
    staff_quiet_to INTEGER NOT NULL DEFAULT 0 CHECK (staff_quiet_to BETWEEN 0 AND 1439),
    late_minutes INTEGER NOT NULL DEFAULT 30 CHECK (late_minutes >= 0),
    version INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO notification_settings (business_id, cursor)
    SELECT b.business_id, coalesce((SELECT max(j.seq) FROM journal j WHERE j.business_id = b.business_id), 0)
    FROM businesses b;

-- Only what differs from the program's own choice.
CREATE TABLE notification_rules (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    event TEXT NOT NULL,
    channel TEXT NOT NULL,
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    PRIMARY KEY (business_id, event, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE notification_templates (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    event TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL CHECK (body <> ''),
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (business_id, event, channel, language)
) STRICT, WITHOUT ROWID;

-- People of the restaurant. events: names with blanks between them; empty: all that staff are told.
CREATE TABLE notification_recipients (
    recipient_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    channel TEXT NOT NULL CHECK (channel IN ('email', 'sms', 'telegram')),
    address TEXT NOT NULL CHECK (address <> ''),
    language TEXT NOT NULL DEFAULT '',
    events TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    UNIQUE (business_id, channel, address)
) STRICT;

CREATE TABLE guest_notification_wishes (
    user_id INTEGER PRIMARY KEY REFERENCES users (user_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    language TEXT NOT NULL DEFAULT '',
    muted TEXT NOT NULL DEFAULT '',
    quiet_from INTEGER NOT NULL DEFAULT 0 CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_to INTEGER NOT NULL DEFAULT 0 CHECK (quiet_to BETWEEN 0 AND 1439),
    updated_at INTEGER NOT NULL
) STRICT;

-- keys: what the browser gave to encrypt with, sealed under the site's key file.
CREATE TABLE push_subscriptions (
    subscription_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    user_id INTEGER REFERENCES users (user_id),
    staff_id INTEGER REFERENCES staff (staff_id),
    endpoint_hash BLOB NOT NULL CHECK (length(endpoint_hash) = 32),
    language TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    UNIQUE (business_id, endpoint_hash),
    CHECK ((user_id IS NULL) <> (staff_id IS NULL))
) STRICT;
CREATE INDEX push_subscriptions_by_user ON push_subscriptions (user_id) WHERE user_id IS NOT NULL;

-- uuid: the message's name for its receiver, the same for each attempt. Neither an address nor the words are kept: both
-- are read when it is sent. facts: codes and amounts of the moment it happened. hint: the address, masked.
CREATE TABLE notifications (
    notification_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    seq INTEGER,
    event TEXT NOT NULL,
    channel TEXT NOT NULL,
    target_kind TEXT NOT NULL CHECK (target_kind IN ('user', 'recipient', 'subscription', 'site')),
    target_id INTEGER NOT NULL,
    order_id INTEGER,
    facts TEXT NOT NULL DEFAULT '{}',
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'skipped')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    give_up_at INTEGER NOT NULL,
    last_at INTEGER,
    latency_ms INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    hint TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX notifications_by_seq ON notifications (business_id, seq, event, channel, target_kind, target_id)
    WHERE seq IS NOT NULL;
CREATE UNIQUE INDEX notifications_by_clock ON notifications (order_id, event, channel, target_kind, target_id)
    WHERE seq IS NULL;
CREATE INDEX notifications_waiting ON notifications (channel, next_at) WHERE state = 'waiting';
CREATE INDEX notifications_by_business ON notifications (business_id, notification_id);
