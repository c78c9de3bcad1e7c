-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who works here and who is signed in.

-- pin_hash: Argon2id of the PIN under the business's salt, so that one computation finds whose it is and the index keeps
-- two people from having the same one. password_hash: libsodium's text with its own salt. totp_pending: shown, not yet
-- confirmed. totp_step: of the last code that was taken; none is taken twice.
ALTER TABLE businesses ADD COLUMN pin_salt BLOB CHECK (pin_salt IS NULL OR length(pin_salt) = 16);
UPDATE businesses SET pin_salt = randomblob(16);

CREATE TABLE staff (
    staff_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'kitchen', 'counter', 'courier')),
    login TEXT CHECK (login IS NULL OR login <> ''),
    station_id INTEGER REFERENCES stations (station_id),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    pin_hash BLOB CHECK (pin_hash IS NULL OR length(pin_hash) = 32),
    password_hash TEXT CHECK (password_hash IS NULL OR password_hash LIKE '$argon2id$%'),
    totp_secret BLOB,
    totp_pending BLOB,
    totp_step INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX staff_by_login ON staff (business_id, login) WHERE login IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX staff_by_pin ON staff (business_id, pin_hash) WHERE pin_hash IS NOT NULL AND deleted_at IS NULL;

-- expires_at is the token's end, ends_at the sign-in's: until then it may be refreshed. label: the device, not the person.
ALTER TABLE sessions ADD COLUMN ends_at INTEGER;
ALTER TABLE sessions ADD COLUMN last_used_at INTEGER;
ALTER TABLE sessions ADD COLUMN label TEXT NOT NULL DEFAULT '';
CREATE INDEX sessions_by_principal ON sessions (business_id, kind, principal_id);

-- Used ones stay as long as their session, because one that comes back tells of a theft.
CREATE TABLE refresh_tokens (
    token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
    session_id INTEGER NOT NULL REFERENCES sessions (session_id),
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    issued_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

-- subject: SHA-256 of who or what tries; locks outlive a restart.
CREATE TABLE sign_in_attempts (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    subject BLOB NOT NULL CHECK (length(subject) = 32),
    failures INTEGER NOT NULL CHECK (failures >= 0),
    last_at INTEGER NOT NULL,
    locked_until INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (business_id, subject)
) STRICT, WITHOUT ROWID;

-- One-time codes by which a new screen gets its token.
CREATE TABLE pairing_codes (
    pairing_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    code_hash BLOB NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'kitchen', 'counter', 'courier')),
    station_id INTEGER REFERENCES stations (station_id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;

-- A table and the code on it now. guests: how many came by this code. Hidden tables have none.
CREATE TABLE dining_tables (
    table_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    code_hash BLOB UNIQUE CHECK (code_hash IS NULL OR length(code_hash) = 32),
    code_expires_at INTEGER,
    guests INTEGER NOT NULL DEFAULT 0 CHECK (guests >= 0),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    CHECK (deleted_at IS NULL OR code_hash IS NULL)
) STRICT;
CREATE UNIQUE INDEX dining_tables_by_name ON dining_tables (business_id, name) WHERE deleted_at IS NULL;
ALTER TABLE users ADD COLUMN table_id INTEGER REFERENCES dining_tables (table_id);
CREATE UNIQUE INDEX users_by_phone ON users (business_id, phone) WHERE phone_verified = 1;

-- label: what the guest calls it. One that an order went to is hidden and not deleted.
ALTER TABLE user_addresses ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE user_addresses ADD COLUMN deleted_at INTEGER;

-- phone_hash: who is asked for; code_hash: libsodium's text.
CREATE TABLE phone_codes (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    phone_hash BLOB NOT NULL CHECK (length(phone_hash) = 32),
    code_hash TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (business_id, phone_hash)
) STRICT, WITHOUT ROWID;

-- How many codes went out since the hour began. subject: as in sign_in_attempts, of a phone or an address.
CREATE TABLE phone_code_requests (
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    subject BLOB NOT NULL CHECK (length(subject) = 32),
    since INTEGER NOT NULL,
    sent INTEGER NOT NULL CHECK (sent >= 1),
    last_at INTEGER NOT NULL,
    PRIMARY KEY (business_id, subject)
) STRICT, WITHOUT ROWID;

-- Tokens of the business and of its integrations, beside the sessions that they are: after a rotation, two for a while.
CREATE TABLE api_tokens (
    token_id INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES businesses (business_id),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('business', 'integration')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    deleted_at INTEGER
) STRICT;
ALTER TABLE sessions ADD COLUMN api_token_id INTEGER REFERENCES api_tokens (token_id);
CREATE INDEX sessions_by_api_token ON sessions (api_token_id) WHERE api_token_id IS NOT NULL;
INSERT INTO api_tokens (business_id, name, kind, created_at)
    SELECT business_id, 'First token', 'business', min(created_at) FROM sessions
    WHERE kind = 'business' AND revoked_at IS NULL GROUP BY business_id;
UPDATE sessions SET api_token_id = (SELECT t.token_id FROM api_tokens t WHERE t.business_id = sessions.business_id)
    WHERE kind = 'business' AND revoked_at IS NULL;
