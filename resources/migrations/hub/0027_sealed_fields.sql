-- SPDX-License-Identifier: GPL-3.0-or-later
-- Personal fields are sealed under the keys of personal.key, which is not in this file (models/sql/fieldkeys).
--
-- phone_index, phone_end_index: keyed hashes of the last ten and of the last four digits. phone_is_own: long enough to
-- be one person's, and not 0000000000. proven_index: of the whole number, once somebody signed in with it.
ALTER TABLE users ADD COLUMN phone_index BLOB NOT NULL DEFAULT x'';
ALTER TABLE users ADD COLUMN phone_end_index BLOB NOT NULL DEFAULT x'';
ALTER TABLE users ADD COLUMN phone_is_own INTEGER NOT NULL DEFAULT 0 CHECK (phone_is_own IN (0, 1));
ALTER TABLE users ADD COLUMN proven_index BLOB NOT NULL DEFAULT x'';
DROP INDEX users_by_digits;
DROP INDEX users_by_phone;
DROP INDEX users_by_name;
UPDATE users SET
    phone_index = oshaq_index('phone', business_id, phone_digits),
    phone_end_index = oshaq_index('phone.end', business_id, substr(phone_digits, -4)),
    phone_is_own = length(phone_digits) >= 7 AND ltrim(phone_digits, substr(phone_digits, 1, 1)) <> '',
    proven_index = CASE WHEN phone_verified = 1 THEN oshaq_index('phone.proven', business_id, phone) ELSE x'' END,
    phone = oshaq_seal('users.phone', phone),
    email = oshaq_seal('users.email', email)
WHERE phone <> '' OR email <> '';
ALTER TABLE users DROP COLUMN phone_digits;
CREATE INDEX users_by_phone_index ON users (business_id, phone_index) WHERE phone_index <> x'';
CREATE UNIQUE INDEX users_by_proven ON users (business_id, proven_index) WHERE phone_verified = 1;
-- Guests are looked through by what they are called and by their phones, without their rows.
CREATE INDEX users_by_name ON users (business_id, name, phone_index, phone_end_index);

UPDATE user_addresses SET
    address = oshaq_seal('user_addresses.address', address),
    label = oshaq_seal('user_addresses.label', label),
    coordinates = oshaq_seal('user_addresses.coordinates', coordinates);

-- A paper has the guest's name, phone and address on it.
UPDATE print_jobs SET document = oshaq_seal('print_jobs.document', document);
UPDATE dispatches SET courier_phone = oshaq_seal('dispatches.courier_phone', courier_phone) WHERE courier_phone <> '';

-- address_index: by which an address is found that is told already.
ALTER TABLE notification_recipients ADD COLUMN address_index BLOB NOT NULL DEFAULT x'';
UPDATE notification_recipients SET
    address_index = oshaq_index('recipient', business_id, address),
    address = oshaq_seal('notification_recipients.address', address);
CREATE UNIQUE INDEX notification_recipients_by_address
    ON notification_recipients (business_id, channel, address_index) WHERE address_index <> x'';

-- What stood for a phone here was hashed without a key. Whoever waits for a code asks again.
DELETE FROM phone_codes;
DELETE FROM phone_code_requests;

-- scrubbed: pages that held fields as they were before, deleted ones too, were overwritten. A file in which nobody was
-- written down has none.
CREATE TABLE privacy_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    scrubbed INTEGER NOT NULL CHECK (scrubbed IN (0, 1))
) STRICT;
INSERT INTO privacy_state (id, scrubbed)
    SELECT 1, NOT EXISTS (SELECT 1 FROM users) AND NOT EXISTS (SELECT 1 FROM notification_recipients);
