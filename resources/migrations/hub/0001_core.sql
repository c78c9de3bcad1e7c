-- SPDX-License-Identifier: GPL-3.0-or-later
-- The hub's record: the nine tables of the product's description with their names and columns, and what they need.
--
-- Times are UTC milliseconds, money is minor units of the business's currency, quantities are thousandths.
-- Personal data (names, phones, addresses) lives in users and user_addresses only, so that erasing a person touches
-- two tables. Rows that old orders point to are never deleted: deleted_at hides them.

CREATE TABLE hub_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    epoch TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    incarnation TEXT NOT NULL DEFAULT ''
) STRICT;

-- token: SHA-256 of the business token that is valid now (sessions decides; this is the seed's column).
CREATE TABLE businesses (
    business_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    token BLOB UNIQUE CHECK (token IS NULL OR length(token) = 32),
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    time_zone TEXT NOT NULL,
    day_start_minutes INTEGER NOT NULL CHECK (day_start_minutes BETWEEN 0 AND 1439),
    delivery_cost INTEGER NOT NULL DEFAULT 0 CHECK (delivery_cost >= 0),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE users (
    user_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    phone_verified INTEGER NOT NULL DEFAULT 0 CHECK (phone_verified IN (0, 1)),
    email TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE user_addresses (
    address_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    user_id INTEGER NOT NULL REFERENCES users (user_id),
    address TEXT NOT NULL CHECK (address <> ''),
    coordinates TEXT NOT NULL DEFAULT '',
    is_selected INTEGER NOT NULL DEFAULT 0 CHECK (is_selected IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX user_addresses_by_user ON user_addresses (user_id);

CREATE TABLE stations (
    station_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL DEFAULT 0,
    soon_seconds INTEGER NOT NULL DEFAULT 600 CHECK (soon_seconds > 0),
    late_seconds INTEGER NOT NULL DEFAULT 900 CHECK (late_seconds >= soon_seconds),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX stations_by_name ON stations (business_id, name) WHERE deleted_at IS NULL;

-- letter: what this terminal's own order numbers begin with; A is the hub's.
CREATE TABLE terminals (
    terminal_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'kitchen', 'counter', 'courier')),
    station_id INTEGER REFERENCES stations (station_id),
    letter TEXT NOT NULL CHECK (letter <> '' AND letter <> 'A'),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (business_id, letter)
) STRICT;

-- principal_id: business, terminal, user, staff or integration, by kind. Only the token's SHA-256 is kept.
CREATE TABLE sessions (
    session_id INTEGER PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('business', 'terminal', 'guest', 'staff', 'integration')),
    role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'kitchen', 'counter', 'courier', 'guest', 'integration')),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    principal_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
) STRICT;

CREATE TABLE categories (
    category_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    image TEXT NOT NULL DEFAULT '',
    quantity_step INTEGER NOT NULL DEFAULT 1000 CHECK (quantity_step > 0),
    station_id INTEGER REFERENCES stations (station_id),
    position INTEGER NOT NULL DEFAULT 0,
    external_id TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX categories_by_name ON categories (business_id, name) WHERE deleted_at IS NULL;

CREATE TABLE items (
    item_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    category_id INTEGER NOT NULL REFERENCES categories (category_id),
    name TEXT NOT NULL CHECK (name <> ''),
    description TEXT NOT NULL DEFAULT '',
    price INTEGER NOT NULL CHECK (price >= 0),
    image TEXT NOT NULL DEFAULT '',
    quantity_step INTEGER CHECK (quantity_step IS NULL OR quantity_step > 0),
    available INTEGER NOT NULL DEFAULT 1 CHECK (available IN (0, 1)),
    station_id INTEGER REFERENCES stations (station_id),
    prep_seconds INTEGER NOT NULL DEFAULT 0 CHECK (prep_seconds >= 0),
    position INTEGER NOT NULL DEFAULT 0,
    external_id TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX items_by_category ON items (business_id, category_id);
CREATE UNIQUE INDEX items_by_external_id ON items (business_id, external_id) WHERE external_id <> '' AND deleted_at IS NULL;

CREATE TABLE option_groups (
    option_group_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    item_id INTEGER NOT NULL REFERENCES items (item_id),
    name TEXT NOT NULL CHECK (name <> ''),
    min_choices INTEGER NOT NULL CHECK (min_choices >= 0),
    max_choices INTEGER NOT NULL CHECK (max_choices >= 1 AND max_choices >= min_choices),
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX option_groups_by_item ON option_groups (item_id);

CREATE TABLE options (
    option_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    option_group_id INTEGER NOT NULL REFERENCES option_groups (option_group_id),
    name TEXT NOT NULL CHECK (name <> ''),
    price INTEGER NOT NULL CHECK (price >= 0),
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX options_by_group ON options (option_group_id);

-- status, status_at and cancel_reason repeat the newest order_status row, so that no hot query scans the history.
-- created_at is the commit's clock reading: the painted latency counts from it.
CREATE TABLE orders (
    order_id INTEGER PRIMARY KEY,
    order_uuid TEXT NOT NULL CHECK (length(order_uuid) = 36),
    user_id INTEGER REFERENCES users (user_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    address_id INTEGER REFERENCES user_addresses (address_id),
    number TEXT NOT NULL,
    business_day TEXT NOT NULL,
    fulfilment TEXT NOT NULL CHECK (fulfilment IN ('dine_in', 'pickup', 'delivery')),
    table_name TEXT NOT NULL DEFAULT '',
    covers INTEGER NOT NULL DEFAULT 0 CHECK (covers >= 0),
    note TEXT NOT NULL DEFAULT '',
    allergy TEXT NOT NULL DEFAULT '',
    placed_at INTEGER NOT NULL,
    promised_at INTEGER NOT NULL DEFAULT 0,
    status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 7),
    status_at INTEGER NOT NULL,
    cancel_reason TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX orders_by_uuid ON orders (business_id, order_uuid);
CREATE UNIQUE INDEX orders_by_number ON orders (business_id, business_day, number);
CREATE INDEX orders_by_placed ON orders (business_id, placed_at, order_id);
CREATE INDEX orders_by_user ON orders (user_id, placed_at, order_id) WHERE user_id IS NOT NULL;
CREATE INDEX orders_open ON orders (business_id, placed_at, order_id) WHERE status < 6;
CREATE INDEX orders_closed ON orders (business_id, status_at) WHERE status >= 6;

CREATE TABLE order_status (
    status_id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (order_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 7),
    timestamp INTEGER NOT NULL,
    isCanceled INTEGER NOT NULL CHECK (isCanceled = (status = 7)),
    is_recall INTEGER NOT NULL DEFAULT 0 CHECK (is_recall IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX order_status_by_order ON order_status (order_id);

CREATE TABLE orders_cost (
    cost_id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL UNIQUE REFERENCES orders (order_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    subtotal INTEGER NOT NULL CHECK (subtotal >= 0),
    delivery_cost INTEGER NOT NULL CHECK (delivery_cost >= 0),
    total_cost INTEGER NOT NULL CHECK (total_cost = subtotal + delivery_cost),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

-- name, price, station, prep_seconds and options are snapshots: an old receipt never changes.
-- options: '' or a JSON array of [option_id, name, price].
CREATE TABLE orders_items (
    order_item_id INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL REFERENCES orders (order_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    item_id INTEGER NOT NULL REFERENCES items (item_id),
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    price INTEGER NOT NULL CHECK (price >= 0),
    options TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 4),
    status_at INTEGER NOT NULL,
    station_id INTEGER REFERENCES stations (station_id),
    course INTEGER NOT NULL DEFAULT 1 CHECK (course >= 1),
    prep_seconds INTEGER NOT NULL DEFAULT 0 CHECK (prep_seconds >= 0),
    void_reason TEXT NOT NULL DEFAULT '',
    added_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX orders_items_by_order ON orders_items (order_id);

-- The last number given out per letter, so that "A-042" needs no look at the day's orders.
CREATE TABLE order_numbers (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    business_day TEXT NOT NULL,
    letter TEXT NOT NULL,
    last INTEGER NOT NULL CHECK (last >= 1),
    PRIMARY KEY (business_id, business_day, letter)
) STRICT, WITHOUT ROWID;

-- What happened, once. digest: SHA-256 of the entity's non-personal fields; hash: over the whole row and prev_hash.
CREATE TABLE journal (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    epoch TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    terminal_id INTEGER,
    request_id TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    payload TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (business_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
    principal TEXT NOT NULL,
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    outcome_code INTEGER NOT NULL,
    error_code TEXT,
    entity TEXT,
    entity_id INTEGER,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (principal, route, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);

-- viewer: the principal's key ("terminal:3"). station_id 0: a view of all stations.
CREATE TABLE painted_acks (
    order_id INTEGER NOT NULL REFERENCES orders (order_id),
    station_id INTEGER NOT NULL,
    viewer TEXT NOT NULL,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    counted_at INTEGER,
    painted_at INTEGER,
    latency_ms INTEGER,
    PRIMARY KEY (order_id, station_id, viewer)
) STRICT, WITHOUT ROWID;
CREATE INDEX painted_acks_by_time ON painted_acks (business_id, painted_at) WHERE painted_at IS NOT NULL;

CREATE TABLE settings (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (business_id, key)
) STRICT, WITHOUT ROWID;
