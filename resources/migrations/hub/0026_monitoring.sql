-- SPDX-License-Identifier: GPL-3.0-or-later
-- What whoever watches the site asks for every few seconds: found without walking over old rows.
CREATE INDEX refunds_by_time ON refunds (business_id, created_at);
CREATE INDEX orders_items_voided ON orders_items (business_id, status_at) WHERE status = 4;
CREATE INDEX payments_unknown ON payments (business_id) WHERE status = 'unknown';

-- What is wrong at this site, until it is well again: one row for each thing that began. subject: of which printer,
-- screen or service, by its number or kind; empty: of the hub. confirmed: somebody has seen it. level: how often it was
-- told to more people because nobody had.
CREATE TABLE system_alarms (
    alarm_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    code TEXT NOT NULL CHECK (code <> ''),
    subject TEXT NOT NULL DEFAULT '',
    severity TEXT NOT NULL CHECK (severity IN ('warning', 'critical')),
    facts TEXT NOT NULL DEFAULT '{}',
    began_at INTEGER NOT NULL,
    told_at INTEGER NOT NULL DEFAULT 0,
    level INTEGER NOT NULL DEFAULT 0 CHECK (level >= 0),
    confirmed_at INTEGER NOT NULL DEFAULT 0,
    confirmed_by TEXT NOT NULL DEFAULT '',
    ended_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX system_alarms_open ON system_alarms (business_id, code, subject) WHERE ended_at = 0;
CREATE INDEX system_alarms_by_time ON system_alarms (business_id, began_at);
