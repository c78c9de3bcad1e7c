-- SPDX-License-Identifier: GPL-3.0-or-later
-- Endpoints of integrations and what was sent to them.
--
-- cursor: the last journal seq that was looked at for this endpoint. It stands in the same file as the journal, so that
-- a restored copy goes on where the copied journal was. secret: signs, so it must be readable; never in logs or answers.
CREATE TABLE webhook_endpoints (
    webhook_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    url TEXT NOT NULL CHECK (url <> ''),
    events TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    secret TEXT NOT NULL CHECK (secret <> ''),
    old_secret TEXT NOT NULL DEFAULT '',
    old_secret_until INTEGER NOT NULL DEFAULT 0,
    cursor INTEGER NOT NULL CHECK (cursor >= 0),
    failing_since INTEGER,
    disabled_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX webhook_endpoints_by_business ON webhook_endpoints (business_id) WHERE deleted_at IS NULL;

-- uuid: the delivery's name for its receiver, the same for each attempt. seq is NULL for tests.
CREATE TABLE webhook_deliveries (
    delivery_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    webhook_id INTEGER NOT NULL REFERENCES webhook_endpoints (webhook_id),
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    seq INTEGER,
    event TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    give_up_at INTEGER NOT NULL,
    last_at INTEGER,
    last_status INTEGER NOT NULL DEFAULT 0,
    latency_ms INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX webhook_deliveries_by_seq ON webhook_deliveries (webhook_id, seq) WHERE seq IS NOT NULL;
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (webhook_id, next_at) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (webhook_id, delivery_id);
