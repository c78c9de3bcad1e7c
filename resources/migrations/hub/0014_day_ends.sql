-- SPDX-License-Identifier: GPL-3.0-or-later
-- Day-end reports: kept for ever and never changed; a second one of the same day gets the next number.
--
-- made_by: as in the journal. journal_seq, journal_hash: the journal's last row before the report, an anchor for what
-- stands before it. figures: JSON, all that the report says of its day.
CREATE TABLE day_ends (
    day_end_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    number INTEGER NOT NULL CHECK (number >= 1),
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL CHECK (made_by <> ''),
    journal_seq INTEGER NOT NULL CHECK (journal_seq >= 0),
    journal_hash BLOB NOT NULL CHECK (length(journal_hash) = 32),
    orders INTEGER NOT NULL CHECK (orders >= 0),
    revenue INTEGER NOT NULL,
    open_orders INTEGER NOT NULL CHECK (open_orders >= 0),
    figures TEXT NOT NULL,
    UNIQUE (business_id, day, number)
) STRICT;
CREATE INDEX day_ends_by_business ON day_ends (business_id, day_end_id);

-- They are printed too: the same queue with one more kind.
CREATE TABLE print_jobs_after (
    job_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    printer_id INTEGER NOT NULL REFERENCES printers (printer_id),
    sent_to INTEGER REFERENCES printers (printer_id),
    order_id INTEGER REFERENCES orders (order_id),
    kind TEXT NOT NULL CHECK (kind IN ('ticket', 'change', 'receipt', 'test', 'drawer', 'day_end')),
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
INSERT INTO print_jobs_after (job_id, business_id, printer_id, sent_to, order_id, kind, state, language, reprint, broken,
                            attempts, fault, error, document, created_at, give_up_at, started_at, finished_at)
    SELECT job_id, business_id, printer_id, sent_to, order_id, kind, state, language, reprint, broken, attempts, fault,
           error, document, created_at, give_up_at, started_at, finished_at FROM print_jobs;
DROP TABLE print_jobs;
ALTER TABLE print_jobs_after RENAME TO print_jobs;
CREATE INDEX print_jobs_open ON print_jobs (printer_id, job_id) WHERE state IN ('queued', 'sending');
CREATE INDEX print_jobs_by_business ON print_jobs (business_id, job_id);
CREATE INDEX print_jobs_by_order ON print_jobs (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX print_jobs_over ON print_jobs (finished_at) WHERE finished_at > 0;
