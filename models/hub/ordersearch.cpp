// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/ordersearch.h"

#include "models/domain/searchentry.h"
#include "models/domain/searchtext.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace oshaq {

namespace {

/// What an order is found by, besides its guest: folded here, because SQLite folds ASCII only.
QString wordsOf(const QString &number, const std::vector<OrderLine> &lines)
{
    QString words = number;
    for (const OrderLine &line : lines)
        words += u' ' + line.name;
    return foldForSearch(words);
}

qint64 partOf(qint64 orderId)
{
    return orderId >> 7;
}

Result<qint64> nameId(sql::Database &database, qint64 businessId, const QString &name)
{
    {
        auto known = database.query(
            QStringLiteral("SELECT name_id FROM search_names WHERE business_id = ? AND name = ?"), {businessId, name});
        if (!known)
            return known.error();
        const auto found = hubsql::nextRow(*known);
        if (!found)
            return found.error();
        if (*found)
            return known->integer(0);
    }
    auto added = database.query(QStringLiteral("INSERT INTO search_names (business_id, name) VALUES (?, ?)"),
                                {businessId, name});
    if (!added)
        return added.error();
    return added->lastInsertId();
}

/// The names of lines by their ids, each once, beside those that are there already.
Result<void> addNames(sql::Database &database, qint64 businessId, const std::vector<OrderLine> &lines,
                      std::vector<quint32> *names)
{
    for (const OrderLine &line : lines) {
        const auto id = nameId(database, businessId, foldForSearch(line.name));
        if (!id)
            return id.error();
        if (std::find(names->begin(), names->end(), quint32(*id)) == names->end())
            names->push_back(quint32(*id));
    }
    return {};
}

Result<void> append(sql::Database &database, const Order &order, const QByteArray &entry)
{
    // Bytes put together are a text to SQLite; the cast leaves them as they are.
    auto updated = database.query(
        QStringLiteral("UPDATE search_parts SET entries = CAST(entries || ? AS BLOB), oldest = min(oldest, ?),"
                       " newest = max(newest, ?) WHERE part = ? AND business_id = ?"),
        {entry, order.placedAtMs, order.placedAtMs, partOf(order.id), order.businessId});
    if (!updated)
        return updated.error();
    if (updated->rowsAffected() > 0)
        return {};
    return database.run(QStringLiteral("INSERT INTO search_parts (business_id, part, oldest, newest, entries)"
                                       " VALUES (?, ?, ?, ?, ?)"),
                        {order.businessId, partOf(order.id), order.placedAtMs, order.placedAtMs, entry});
}

/// Rewrites what the business has of these parts. `keeps` sees each entry, may change it, and says whether it stays.
Result<void> rewrite(sql::Database &database, qint64 businessId, const std::set<qint64> &parts,
                     const std::function<bool(SearchEntry &)> &keeps)
{
    struct Row
    {
        qint64 id;
        QByteArray entries;
    };
    std::vector<Row> rows;
    {
        auto read = database.query(QStringLiteral("SELECT rowid, entries FROM search_parts WHERE part") +
                                       hubsql::inIds() + hubsql::ofBusiness(),
                                   {hubsql::idArray({parts.begin(), parts.end()}), businessId});
        if (!read)
            return read.error();
        while (read->next())
            rows.push_back({read->integer(0), read->bytes(1)});
        if (read->failed())
            return hubsql::readFailed();
    }
    for (const Row &row : rows) {
        QByteArray kept;
        SearchEntries entries(row.entries);
        for (SearchEntry entry; entries.next(&entry);) {
            if (keeps(entry))
                entry.packInto(&kept);
        }
        if (entries.failed())
            return hubsql::readFailed();
        if (kept == row.entries)
            continue;
        const auto written =
            kept.isEmpty()
                ? database.run(QStringLiteral("DELETE FROM search_parts WHERE rowid = ?"), {row.id})
                : database.run(QStringLiteral("UPDATE search_parts SET entries = ? WHERE rowid = ?"), {kept, row.id});
        if (!written)
            return written;
    }
    return {};
}

} // namespace

Result<void> ordersearch::insert(sql::Database &database, const Order &order, const QString &alsoCalled)
{
    const QString called = order.number + u' ' + alsoCalled;
    const auto kept =
        database.run(QStringLiteral("INSERT INTO order_search (order_id, business_id, words) VALUES (?, ?, ?)"),
                     {order.id, order.businessId, wordsOf(called, order.lines)});
    if (!kept)
        return kept;
    const QByteArray text = foldForSearch(called).toUtf8();
    SearchEntry entry;
    entry.orderId = order.id;
    entry.placedAtMs = order.placedAtMs;
    entry.userId = order.userId;
    entry.text = {text.constData(), std::size_t(text.size())};
    if (const auto named = addNames(database, order.businessId, order.lines, &entry.names); !named)
        return named;
    QByteArray packed;
    entry.packInto(&packed);
    return append(database, order, packed);
}

Result<void> ordersearch::appendLines(sql::Database &database, const Order &order, const std::vector<OrderLine> &lines)
{
    const auto kept = database.run(
        QStringLiteral("UPDATE order_search SET words = words || ' ' || ? WHERE order_id = ? AND business_id = ?"),
        {wordsOf(QString(), lines), order.id, order.businessId});
    if (!kept)
        return kept;
    std::vector<quint32> names;
    if (const auto named = addNames(database, order.businessId, lines, &names); !named)
        return named;
    return rewrite(database, order.businessId, {partOf(order.id)}, [&](SearchEntry &entry) {
        if (entry.orderId == order.id) {
            for (const quint32 name : names) {
                if (std::find(entry.names.begin(), entry.names.end(), name) == entry.names.end())
                    entry.names.push_back(name);
            }
        }
        return true;
    });
}

Result<void> ordersearch::replace(sql::Database &database, const Order &order)
{
    const auto kept =
        database.run(QStringLiteral("UPDATE order_search SET words = ? WHERE order_id = ? AND business_id = ?"),
                     {wordsOf(order.number, order.lines), order.id, order.businessId});
    if (!kept)
        return kept;
    const std::string text = foldForSearch(order.number).toStdString();
    std::vector<quint32> names;
    if (const auto named = addNames(database, order.businessId, order.lines, &names); !named)
        return named;
    return rewrite(database, order.businessId, {partOf(order.id)}, [&](SearchEntry &entry) {
        if (entry.orderId == order.id) {
            entry.text = text;
            entry.names = names;
        }
        return true;
    });
}

Result<void> ordersearch::remove(sql::Database &database, qint64 businessId, const std::vector<qint64> &orderIds)
{
    std::set<qint64> parts;
    for (const qint64 id : orderIds)
        parts.insert(partOf(id));
    const std::set<qint64> gone(orderIds.begin(), orderIds.end());
    const auto rewritten = rewrite(database, businessId, parts,
                                   [&gone](const SearchEntry &entry) { return !gone.contains(entry.orderId); });
    if (!rewritten)
        return rewritten;
    return database.run(QStringLiteral("DELETE FROM order_search WHERE order_id") + hubsql::inIds() +
                            hubsql::ofBusiness(),
                        {hubsql::idArray(orderIds), businessId});
}

} // namespace oshaq
