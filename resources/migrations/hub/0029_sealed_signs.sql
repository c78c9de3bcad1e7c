-- SPDX-License-Identifier: GPL-3.0-or-later
-- What signs for us and what proves a person is sealed too (models/sql/fieldkeys): whoever has only the file signs no
-- webhook and makes no code of a second factor.
UPDATE webhook_endpoints SET
    secret = oshaq_seal('webhook_endpoints.secret', secret),
    old_secret = oshaq_seal('webhook_endpoints.old_secret', old_secret);
UPDATE staff SET
    totp_secret = oshaq_seal('staff.totp_secret', totp_secret),
    totp_pending = oshaq_seal('staff.totp_pending', totp_pending);
