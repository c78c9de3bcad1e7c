-- SPDX-License-Identifier: GPL-3.0-or-later
-- Services outside of the restaurant that a business uses, one row for each kind, and what they know us by.
--
-- config: a JSON object of texts, nothing secret. last_state, last_reason, last_state_at: what the newest test, or the
-- circuit breaker's newest turn, said of it; they are no part of the version.
CREATE TABLE integrations (
    integration_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    kind TEXT NOT NULL CHECK (kind <> ''),
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    config TEXT NOT NULL DEFAULT '{}',
    version INTEGER NOT NULL DEFAULT 1,
    last_state TEXT NOT NULL DEFAULT 'unknown' CHECK (last_state IN ('unknown', 'working', 'failing')),
    last_reason TEXT NOT NULL DEFAULT '',
    last_state_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (business_id, kind)
) STRICT;

-- sealed: nonce and ciphertext of XChaCha20-Poly1305 under the file secrets.key beside this database, bound to business
-- and name. key_id tells that file from another one, such as a standby's; it says nothing of the key.
CREATE TABLE secrets (
    secret_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    sealed BLOB NOT NULL CHECK (length(sealed) > 40),
    updated_at INTEGER NOT NULL,
    UNIQUE (business_id, name)
) STRICT;
