// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/integration.h"
#include "models/domain/notice.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace oshaq {

/// The words of messages to guests and staff, and of others that the site talks to. Pure: the same facts give the same
/// words.
class MessageText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::MessageText)

public:
    /// It carries messages to people.
    static bool isMessages(IntegrationKind kind);
    /// "E-mail", "SMS", "Browser", "Telegram", "Halyk Bank".
    static QString channel(IntegrationKind kind);
    static QString way(NoticeChannel channel);
    /// What it is for, one sentence.
    static QString meaning(IntegrationKind kind);
    /// "Order A-042 ready"
    static QString event(const Notice &notice);
    static QString state(NoticeState state);

    // The fields that a person fills in, in their order.
    static QStringList fields(IntegrationKind kind);
    static QString label(const QString &field);
    static QString hint(IntegrationKind kind, const QString &field);
    static QString choice(const QString &field, const QString &value);
};

} // namespace oshaq
