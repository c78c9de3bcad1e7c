// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/noticetexts.h"
#include "models/hub/secretstore.h"
#include "models/sql/database.h"

#include <optional>

namespace oshaq {

/// What a row of the outbox says and to whom, read when it is sent. Holds addresses and a push key: never logged.
struct NoticeContent
{
    QString address; ///< e-mail, phone or chat; empty where the channel has none
    QString name;    ///< beside an e-mail address
    std::optional<PushSubscription> subscription;
    QString businessName;
    NoticeText text;
};

/// Whether it is still to be told.
struct NoticeVerdict
{
    enum class Kind
    {
        Send,
        Skip, ///< not true any more, not wanted any more, or nobody is there
        Hold  ///< it must be quiet until untilMs
    };
    Kind kind = Kind::Skip;
    QString reason; ///< of Skip; English
    qint64 untilMs = 0;
    NoticeContent content;
};

namespace noticecontent {

Result<NoticeVerdict> of(sql::Database &database, SecretStore &secrets, const Notice &notice, qint64 nowMs);

/// A push subscription as the secret store keeps it, and back.
QString subscriptionSecret(const PushSubscription &subscription);
/// False: it cannot be read.
bool readSubscriptionSecret(const QString &text, PushSubscription *subscription);

} // namespace noticecontent

} // namespace oshaq
