-- SPDX-License-Identifier: GPL-3.0-or-later
-- What editing the menu and the screens needs: allergens, pictures, terminals that went.

-- A JSON array of texts.
ALTER TABLE items ADD COLUMN allergens TEXT NOT NULL DEFAULT '[]' CHECK (substr(allergens, 1, 1) = '[');

-- A terminal that went keeps its row: orders and the journal name it, and its letter is never given out again.
ALTER TABLE terminals ADD COLUMN deleted_at INTEGER;

-- Pictures of items and categories as they were made at the hub, apart from the rows that every list reads. name: 32 hex digits of the SHA-256
-- of both sizes, which is also what their address ends in, so that what an address shows never changes.
CREATE TABLE menu_images (
    image_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    item_id INTEGER UNIQUE REFERENCES items (item_id),
    category_id INTEGER UNIQUE REFERENCES categories (category_id),
    name TEXT NOT NULL CHECK (length(name) = 32),
    media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
    list_bytes BLOB NOT NULL CHECK (length(list_bytes) > 0),
    detail_bytes BLOB NOT NULL CHECK (length(detail_bytes) > 0),
    created_at INTEGER NOT NULL,
    CHECK ((item_id IS NULL) <> (category_id IS NULL))
) STRICT;
CREATE INDEX menu_images_by_name ON menu_images (name);
CREATE INDEX items_by_position ON items (business_id, position, item_id) WHERE deleted_at IS NULL;
