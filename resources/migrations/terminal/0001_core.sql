-- SPDX-License-Identifier: GPL-3.0-or-later
-- One screen's working copy: what the hub said (business to order_lines), what staff did (outbox), and small named values.
-- Times are UTC milliseconds, amounts minor units, quantities thousandths.

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE business (
    business_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    day_start_minutes INTEGER NOT NULL,
    delivery_cost INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE stations (
    station_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    soon_seconds INTEGER NOT NULL,
    late_seconds INTEGER NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE categories (
    category_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    image TEXT NOT NULL,
    quantity_step INTEGER NOT NULL,
    station_id INTEGER,
    position INTEGER NOT NULL,
    external_id TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;

-- option_groups: JSON, read and written as a whole with its item.
CREATE TABLE items (
    item_id INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    price INTEGER NOT NULL,
    image TEXT NOT NULL,
    quantity_step INTEGER,
    available INTEGER NOT NULL,
    station_id INTEGER,
    prep_seconds INTEGER NOT NULL,
    position INTEGER NOT NULL,
    external_id TEXT NOT NULL,
    option_groups TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE orders (
    order_id INTEGER PRIMARY KEY,
    order_uuid TEXT NOT NULL,
    business_id INTEGER NOT NULL,
    number TEXT NOT NULL,
    fulfilment TEXT NOT NULL,
    table_name TEXT NOT NULL,
    covers INTEGER NOT NULL,
    note TEXT NOT NULL,
    allergy TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    guest_name TEXT NOT NULL,
    guest_phone TEXT NOT NULL,
    address_id INTEGER,
    address TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    promised_at INTEGER NOT NULL,
    status INTEGER NOT NULL,
    status_at INTEGER NOT NULL,
    cancel_reason TEXT NOT NULL,
    subtotal INTEGER NOT NULL,
    delivery_cost INTEGER NOT NULL,
    total_cost INTEGER NOT NULL,
    currency TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;

-- Lines keep the hub's order in `ordinal`; options: JSON, a snapshot that nobody queries.
CREATE TABLE order_lines (
    order_id INTEGER NOT NULL REFERENCES orders (order_id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    order_item_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    price INTEGER NOT NULL,
    state INTEGER NOT NULL,
    state_at INTEGER NOT NULL,
    station_id INTEGER,
    course INTEGER NOT NULL,
    prep_seconds INTEGER NOT NULL,
    note TEXT NOT NULL,
    options TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (order_id, ordinal)
) STRICT, WITHOUT ROWID;

-- sequence: the order in which staff acted; AUTOINCREMENT, so that no number comes back after a purge.
CREATE TABLE outbox (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    order_id INTEGER NOT NULL,
    order_uuid TEXT NOT NULL,
    order_number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('status', 'lines', 'recall')),
    to_status INTEGER,
    from_status INTEGER,
    line_action TEXT,
    line_ids TEXT NOT NULL,
    reason TEXT NOT NULL,
    acted_at INTEGER,
    state TEXT NOT NULL CHECK (state IN ('queued', 'confirmed', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT '',
    error_message TEXT NOT NULL DEFAULT '',
    confirmed_at INTEGER,
    parked_at INTEGER,
    dismissed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX outbox_by_state ON outbox (state, sequence);
