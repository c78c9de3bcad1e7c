-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who carries deliveries and what they cost, and orders that come from other services.

-- free_from: of the dishes' total, the fee is nothing from there on; 0: never. reach: the zone is everything that is at
-- most so many metres from the house and in no nearer zone; NULL: the zone is chosen by its name.
CREATE TABLE delivery_zones (
    zone_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    fee INTEGER NOT NULL CHECK (fee >= 0),
    free_from INTEGER NOT NULL DEFAULT 0 CHECK (free_from >= 0),
    reach INTEGER CHECK (reach IS NULL OR reach > 0),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX delivery_zones_by_name ON delivery_zones (business_id, name) WHERE deleted_at IS NULL;

-- courier_id: one of the staff. dispatch: where the delivery service stands with it; '': it was not asked.
-- source and source_number: the service that the order came from and its number there. After accept_by the service takes
-- no yes any more, after refuse_by no late no; 0: it sets no such time. source_paid: the guest paid there.
ALTER TABLE orders ADD COLUMN courier_id INTEGER REFERENCES staff (staff_id);
ALTER TABLE orders ADD COLUMN dispatch TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN source_number TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN accept_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN refuse_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN source_paid INTEGER NOT NULL DEFAULT 0 CHECK (source_paid IN (0, 1));
CREATE INDEX orders_by_courier ON orders (courier_id) WHERE courier_id IS NOT NULL AND status < 6;
CREATE INDEX orders_to_accept ON orders (accept_by) WHERE status = 1 AND accept_by > 0;

-- One delivery that the service was asked for. uuid: what we call it there, so that a lost answer can be asked after and
-- no courier comes twice. next_at: when somebody looks at it again; NULL: it is over. A guest's name, phone and address
-- are sent and not kept here.
CREATE TABLE dispatches (
    dispatch_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    order_id INTEGER NOT NULL REFERENCES orders (order_id),
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    state TEXT NOT NULL CHECK (state IN ('quoting', 'quoted', 'wanted', 'unknown', 'accepted', 'assigned', 'picked_up',
                                         'delivered', 'cancelling', 'cancelled', 'failed')),
    service_id TEXT NOT NULL DEFAULT '',
    price INTEGER,
    courier_name TEXT NOT NULL DEFAULT '',
    courier_phone TEXT NOT NULL DEFAULT '',
    tracking_url TEXT NOT NULL DEFAULT '',
    arrives_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER,
    error TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX dispatches_by_order ON dispatches (order_id);
CREATE UNIQUE INDEX dispatches_open ON dispatches (order_id) WHERE state NOT IN ('delivered', 'cancelled', 'failed');
CREATE INDEX dispatches_due ON dispatches (next_at) WHERE next_at IS NOT NULL;

-- An order of another service, by what it is called there: sent again it is the same one. told: the last status that the
-- service was told; it hears of the one that the order has now, not of each between. open: something may still be to be
-- told. next_at: not before then, after an attempt that failed. The order's status stands in its own row.
CREATE TABLE outside_orders (
    order_id INTEGER PRIMARY KEY REFERENCES orders (order_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    source TEXT NOT NULL CHECK (source <> ''),
    external_id TEXT NOT NULL CHECK (external_id <> ''),
    told INTEGER NOT NULL DEFAULT 1,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL DEFAULT 0,
    open INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),
    error TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    UNIQUE (business_id, source, external_id)
) STRICT;
CREATE INDEX outside_orders_open ON outside_orders (order_id) WHERE open = 1;
