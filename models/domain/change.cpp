// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/change.h"

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr std::array allEntityKinds{
    EntityKind::Order,    EntityKind::Item,     EntityKind::Category,     EntityKind::Station,
    EntityKind::Business, EntityKind::Terminal, EntityKind::Payment,      EntityKind::SavedCard,
    EntityKind::Webhook,  EntityKind::Staff,    EntityKind::Table,        EntityKind::Token,
    EntityKind::Guest,    EntityKind::Address,  EntityKind::Printer,      EntityKind::PrintJob,
    EntityKind::DayEnd,   EntityKind::Drawer,   EntityKind::DeliveryZone, EntityKind::Integration};

constexpr qsizetype maxEpochLength = 64;

bool isEpochCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_';
}

} // namespace

QString Cursor::text() const
{
    return epoch + QLatin1Char('.') + QString::number(seq);
}

Cursor Cursor::fromText(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    if (dot < 1 || dot > maxEpochLength)
        return {};
    const QStringView epoch = text.first(dot);
    const QStringView number = text.sliced(dot + 1);
    if (!std::all_of(epoch.begin(), epoch.end(), isEpochCharacter))
        return {};
    // One spelling per cursor: digits only, no leading zero.
    if (number.isEmpty() || (number.size() > 1 && number.front() == u'0'))
        return {};
    qint64 seq = 0;
    for (const QChar c : number) {
        if (c < u'0' || c > u'9')
            return {};
        if (__builtin_mul_overflow(seq, qint64{10}, &seq) ||
            __builtin_add_overflow(seq, qint64{c.unicode() - u'0'}, &seq))
            return {};
    }
    return {epoch.toString(), seq};
}

QString entityKindText(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Order:
        return QStringLiteral("order");
    case EntityKind::Item:
        return QStringLiteral("item");
    case EntityKind::Category:
        return QStringLiteral("category");
    case EntityKind::Station:
        return QStringLiteral("station");
    case EntityKind::Business:
        return QStringLiteral("business");
    case EntityKind::Terminal:
        return QStringLiteral("terminal");
    case EntityKind::Payment:
        return QStringLiteral("payment");
    case EntityKind::SavedCard:
        return QStringLiteral("saved_card");
    case EntityKind::Webhook:
        return QStringLiteral("webhook");
    case EntityKind::Staff:
        return QStringLiteral("staff");
    case EntityKind::Table:
        return QStringLiteral("table");
    case EntityKind::Token:
        return QStringLiteral("token");
    case EntityKind::Printer:
        return QStringLiteral("printer");
    case EntityKind::PrintJob:
        return QStringLiteral("print_job");
    case EntityKind::DayEnd:
        return QStringLiteral("day_end");
    case EntityKind::Drawer:
        return QStringLiteral("drawer");
    case EntityKind::DeliveryZone:
        return QStringLiteral("delivery_zone");
    case EntityKind::Integration:
        return QStringLiteral("integration");
    case EntityKind::Guest:
        return QStringLiteral("guest");
    case EntityKind::Address:
        return QStringLiteral("address");
    }
    return {};
}

bool entityKindFromText(QStringView text, EntityKind *kind)
{
    for (const EntityKind candidate : allEntityKinds) {
        if (text == entityKindText(candidate)) {
            *kind = candidate;
            return true;
        }
    }
    return false;
}

} // namespace oshaq
