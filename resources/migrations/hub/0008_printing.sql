-- SPDX-License-Identifier: GPL-3.0-or-later
-- Printers of a restaurant and what is to be printed.
--
-- stations: ids, separated by blanks; empty: the tickets of all stations. failing_since, fault, error, last_ok_at: how
-- it was when it was last used; no version of the row counts them.
CREATE TABLE printers (
    printer_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('network', 'usb', 'system')),
    address TEXT NOT NULL CHECK (address <> ''),
    width INTEGER NOT NULL CHECK (width IN (384, 576)),
    language TEXT NOT NULL CHECK (language IN ('en', 'ru', 'kk')),
    stations TEXT NOT NULL DEFAULT '',
    prints_tickets INTEGER NOT NULL CHECK (prints_tickets IN (0, 1)),
    prints_receipts INTEGER NOT NULL CHECK (prints_receipts IN (0, 1)),
    receipt_on_completion INTEGER NOT NULL CHECK (receipt_on_completion IN (0, 1)),
    answers_status INTEGER NOT NULL CHECK (answers_status IN (0, 1)),
    has_drawer INTEGER NOT NULL CHECK (has_drawer IN (0, 1)),
    fallback_id INTEGER REFERENCES printers (printer_id),
    fallback_after INTEGER NOT NULL CHECK (fallback_after >= 0),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    failing_since INTEGER,
    fault TEXT NOT NULL DEFAULT 'none',
    error TEXT NOT NULL DEFAULT '',
    last_ok_at INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX printers_by_business ON printers (business_id) WHERE deleted_at IS NULL;

-- The queue. A job is written with what causes it, in the same transaction, and holds its whole paper: what changes
-- later does not change it. 'sending' is durable before the first byte leaves, so whoever finds one after a crash knows
-- that a copy of it may exist. broken: how often that happened.
CREATE TABLE print_jobs (
    job_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    printer_id INTEGER NOT NULL REFERENCES printers (printer_id),
    sent_to INTEGER REFERENCES printers (printer_id),
    order_id INTEGER REFERENCES orders (order_id),
    kind TEXT NOT NULL CHECK (kind IN ('ticket', 'change', 'receipt', 'test', 'drawer')),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'failed', 'cancelled')),
    language TEXT NOT NULL,
    reprint INTEGER NOT NULL DEFAULT 0 CHECK (reprint IN (0, 1)),
    broken INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    fault TEXT NOT NULL DEFAULT 'none',
    error TEXT NOT NULL DEFAULT '',
    document BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    give_up_at INTEGER NOT NULL,
    started_at INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX print_jobs_open ON print_jobs (printer_id, job_id) WHERE state IN ('queued', 'sending');
CREATE INDEX print_jobs_by_business ON print_jobs (business_id, job_id);
CREATE INDEX print_jobs_by_order ON print_jobs (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX print_jobs_over ON print_jobs (finished_at) WHERE finished_at > 0;
