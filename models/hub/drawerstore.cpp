// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/drawerstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/editrules.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <unordered_map>

namespace oshaq {

namespace {

QString selectDrawerSessions()
{
    return QStringLiteral("SELECT s.drawer_session_id, s.terminal_id, t.name, s.currency, s.float_amount, s.opened_at,"
                          " s.opened_by, s.closed_at, s.closed_by, s.note, s.version FROM drawer_sessions s"
                          " LEFT JOIN terminals t ON t.terminal_id = s.terminal_id WHERE s.business_id = ? ");
}

QString piecesText(const std::vector<DrawerPieces> &pieces)
{
    if (pieces.empty())
        return {};
    QJsonArray array;
    for (const DrawerPieces &one : pieces)
        array.append(QJsonArray{one.faceMinor, one.count});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<DrawerPieces> piecesOf(const QString &text)
{
    std::vector<DrawerPieces> pieces;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &one : array)
        pieces.push_back({one.toArray().at(0).toInteger(), one.toArray().at(1).toInteger()});
    return pieces;
}

void addSum(DrawerSession *session, DrawerMoveKind kind, qint64 count, qint64 sumMinor)
{
    switch (kind) {
    case DrawerMoveKind::PayIn:
        session->paidInMinor = sumMinor;
        break;
    case DrawerMoveKind::PayOut:
        session->paidOutMinor = sumMinor;
        break;
    case DrawerMoveKind::Sale:
        session->sales = count;
        session->salesMinor = sumMinor;
        break;
    case DrawerMoveKind::Refund:
        session->refunds = count;
        session->refundsMinor = sumMinor;
        break;
    }
}

Result<void> attachSums(sql::Database &database, const QString &ids,
                        const std::unordered_map<qint64, DrawerSession *> &byId)
{
    auto rows = database.query(
        QStringLiteral(
            "SELECT drawer_session_id, kind, count(*), sum(amount) FROM drawer_moves WHERE drawer_session_id") +
            hubsql::inIds() + QStringLiteral("GROUP BY drawer_session_id, kind"),
        {ids});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        if (const auto kind = drawerMoveKindFromText(rows->text(1)))
            addSum(byId.at(rows->integer(0)), *kind, rows->integer(2), rows->integer(3));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> attachCounts(sql::Database &database, const QString &ids,
                          const std::unordered_map<qint64, DrawerSession *> &byId)
{
    auto rows = database.query(QStringLiteral("SELECT drawer_session_id, count_id, counted, expected, pieces, made_by,"
                                              " made_at FROM drawer_counts WHERE drawer_session_id") +
                                   hubsql::inIds() + QStringLiteral("ORDER BY count_id"),
                               {ids});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        byId.at(rows->integer(0))
            ->counts.push_back({rows->integer(1), rows->integer(2), rows->integer(3), piecesOf(rows->text(4)),
                                rows->text(5), rows->integer(6)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<std::vector<DrawerSession>> readSessions(sql::Database &database, qint64 businessId, const QString &rest,
                                                const QVariantList &values)
{
    std::vector<DrawerSession> sessions;
    {
        auto rows = database.query(selectDrawerSessions() + rest, QVariantList{businessId} + values);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            const auto currency = Currency::fromCode(rows->text(3));
            if (!currency)
                return currency.error();
            DrawerSession one;
            one.id = rows->integer(0);
            one.businessId = businessId;
            one.terminalId = rows->integer(1);
            one.terminalName = rows->text(2);
            one.currency = *currency;
            one.floatMinor = rows->integer(4);
            one.openedAtMs = rows->integer(5);
            one.openedBy = rows->text(6);
            one.closedAtMs = hubsql::readOptionalId(*rows, 7);
            one.closedBy = rows->text(8);
            one.note = rows->text(9);
            one.version = rows->integer(10);
            sessions.push_back(std::move(one));
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    if (sessions.empty())
        return sessions;
    std::vector<qint64> ids;
    std::unordered_map<qint64, DrawerSession *> byId;
    for (DrawerSession &one : sessions) {
        ids.push_back(one.id);
        byId.emplace(one.id, &one);
    }
    const QString array = hubsql::idArray(ids);
    if (const auto attached = attachSums(database, array, byId); !attached)
        return attached.error();
    if (const auto attached = attachCounts(database, array, byId); !attached)
        return attached.error();
    return sessions;
}

} // namespace

Result<DrawerSession> drawerstore::find(sql::Database &database, qint64 businessId, qint64 sessionId)
{
    auto found = readSessions(database, businessId, QStringLiteral("AND s.drawer_session_id = ?"), {sessionId});
    if (!found)
        return found.error();
    if (found->empty())
        return editrules::noSuch("drawer");
    DrawerSession session = std::move(found->front());
    auto rows = database.query(QStringLiteral("SELECT move_id, kind, amount, reason, made_by, made_at FROM drawer_moves"
                                              " WHERE drawer_session_id = ? AND kind IN ('pay_in', 'pay_out')"
                                              " ORDER BY move_id"),
                               {sessionId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        DrawerMove move;
        move.id = rows->integer(0);
        move.kind = drawerMoveKindFromText(rows->text(1)).value_or(DrawerMoveKind::PayIn);
        move.amountMinor = rows->integer(2);
        move.reason = rows->text(3);
        move.madeBy = rows->text(4);
        move.madeAtMs = rows->integer(5);
        session.moves.push_back(std::move(move));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return session;
}

Result<std::vector<DrawerSession>> drawerstore::open(sql::Database &database, qint64 businessId)
{
    return readSessions(database, businessId,
                        QStringLiteral("AND s.closed_at IS NULL ORDER BY s.opened_at, s.drawer_session_id"), {});
}

Result<std::vector<DrawerSession>> drawerstore::list(sql::Database &database, qint64 businessId, qint64 beforeId,
                                                     int limit)
{
    return readSessions(
        database, businessId,
        QStringLiteral("AND (? = 0 OR s.drawer_session_id < ?) ORDER BY s.drawer_session_id DESC LIMIT ?"),
        {beforeId, beforeId, limit});
}

Result<std::vector<DrawerSession>> drawerstore::during(sql::Database &database, qint64 businessId, qint64 beginMs,
                                                       qint64 endMs)
{
    return readSessions(database, businessId,
                        QStringLiteral("AND s.opened_at < ? AND (s.closed_at IS NULL OR s.closed_at >= ?)"
                                       " ORDER BY s.opened_at, s.drawer_session_id"),
                        {endMs, beginMs});
}

QByteArray drawerstore::digest(const DrawerSession &session)
{
    CanonicalHash hash("oshaq.drawer.1");
    hash.add(session.id)
        .add(session.terminalId)
        .add(session.currency.code())
        .add(session.floatMinor)
        .add(session.openedAtMs)
        .add(session.salesMinor)
        .add(session.refundsMinor)
        .add(session.paidInMinor)
        .add(session.paidOutMinor)
        .add(session.closedAtMs)
        .add(session.version);
    for (const DrawerCount &count : session.counts)
        hash.add(count.countedMinor).add(count.expectedMinor);
    return hash.result();
}

Result<void> drawerstore::insert(sql::Database &database, DrawerSession *session)
{
    const QVariant terminal = session->terminalId > 0 ? QVariant(session->terminalId) : QVariant();
    auto inserted = database.query(
        QStringLiteral("INSERT INTO drawer_sessions (business_id, terminal_id, currency, float_amount, opened_at,"
                       " opened_by, version) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {session->businessId, terminal, session->currency.code(), session->floatMinor, session->openedAtMs,
         session->openedBy, session->version});
    if (!inserted)
        return inserted.error();
    session->id = inserted->lastInsertId();
    return {};
}

Result<void> drawerstore::update(sql::Database &database, const DrawerSession &session)
{
    return database.run(QStringLiteral("UPDATE drawer_sessions SET closed_at = ?, closed_by = ?, note = ?, version = ?"
                                       " WHERE drawer_session_id = ? AND business_id = ?"),
                        {hubsql::optionalId(session.closedAtMs), session.closedBy, session.note, session.version,
                         session.id, session.businessId});
}

Result<void> drawerstore::insertMove(sql::Database &database, const DrawerSession &session, DrawerMove *move)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO drawer_moves (business_id, drawer_session_id, kind, amount, payment_id, refund_id,"
                       " reason, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {session.businessId, session.id, drawerMoveKindText(move->kind), move->amountMinor,
         hubsql::optionalId(move->paymentId), hubsql::optionalId(move->refundId), move->reason, move->madeBy,
         move->madeAtMs});
    if (!inserted)
        return inserted.error();
    move->id = inserted->lastInsertId();
    return {};
}

Result<void> drawerstore::insertCount(sql::Database &database, const DrawerSession &session, DrawerCount *count)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO drawer_counts (business_id, drawer_session_id, counted, expected, pieces, made_by,"
                       " made_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {session.businessId, session.id, count->countedMinor, count->expectedMinor, piecesText(count->pieces),
         count->madeBy, count->madeAtMs});
    if (!inserted)
        return inserted.error();
    count->id = inserted->lastInsertId();
    return {};
}

} // namespace oshaq
