// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// A row of the journal as the audit log shows it.
struct AuditRow
{
    qint64 seq = 0;
    qint64 atMs = 0;
    QString actor; ///< "terminal:3"
    std::optional<qint64> terminalId;
    QString terminalName; ///< as it is called now
    QString requestId;
    QString entity;
    qint64 entityId = 0;
    qint64 version = 0;
    QString type;
    QByteArray payload; ///< a JSON object
    QByteArray hash;    ///< of the row, chained to the one before
};

struct AuditFilter
{
    QString entity; ///< empty: all
    std::optional<qint64> entityId;
    QString actor; ///< "terminal:3"; empty: all
    QString type;  ///< "order.status"; empty: all
    std::optional<qint64> fromMs;
    std::optional<qint64> toMs; ///< before
    int limit = 50;             ///< 1 to 200
    QString cursor;
};

struct AuditPage
{
    std::vector<AuditRow> rows; ///< newest first
    QString nextCursor;         ///< empty: the last page
};

} // namespace oshaq
