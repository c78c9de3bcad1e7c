// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oshaq {

/// Position in the journal of one business. The epoch changes at init, restore and promotion.
struct Cursor
{
    QString epoch;
    qint64 seq = 0;

    /// "EPOCH.SEQ"; the epoch itself has no dot.
    QString text() const;
    /// Nothing (epoch empty) when the text is not a cursor.
    static Cursor fromText(QStringView text);
    bool isValid() const { return !epoch.isEmpty(); }

    bool operator==(const Cursor &) const = default;
};

/// What a journal row is about.
enum class EntityKind
{
    Order,
    Item,
    Category,
    Station,
    Business,
    Terminal,
    Payment,
    SavedCard,
    Webhook,
    Staff,
    Table,
    Printer,
    PrintJob, ///< never in the journal: what is printed is told by what caused it
    Token,
    DayEnd,
    Drawer, ///< a cash drawer's session
    DeliveryZone,
    Integration,
    Guest,  ///< in the journal by its erasure alone: what is theirs is personal
    Address ///< never in the journal, likewise
};

/// "order", "item", "category", "station", "business", "terminal", "payment", "saved_card", "webhook",
/// "staff", "table", "token", "day_end", "drawer", "delivery_zone", "integration", "guest", "address".
QString entityKindText(EntityKind kind);
bool entityKindFromText(QStringView text, EntityKind *kind);

/// One row of the journal as its readers get it. The row joined at read time carries the data.
struct Change
{
    qint64 seq = 0;
    EntityKind entity = EntityKind::Order;
    qint64 id = 0;
    qint64 version = 0;
    bool deleted = false;
    qint64 atMs = 0;
    QString type; ///< "order.created", "order.status", "order.lines", "order.recalled", "order.payment",
                  ///< "item.updated", ...

    bool operator==(const Change &) const = default;
};

} // namespace oshaq
