// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/drawerservice.h"

#include "models/hub/actornames.h"
#include "models/hub/businessstore.h"
#include "models/hub/drawerstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qsizetype maxReason = 500;

qint64 screenOf(const Principal &principal)
{
    return principal.kind == Principal::Kind::Terminal ? principal.id : 0;
}

Result<void> checkAmount(const char *path, qint64 minor, qint64 leastMinor)
{
    if (minor < leastMinor) {
        return editrules::invalid(path, leastMinor > 0 ? QStringLiteral("must be more than 0")
                                                       : QStringLiteral("must not be negative"));
    }
    if (minor > maxAmountMinor)
        return editrules::invalid(path, QStringLiteral("is too much"));
    return {};
}

/// The session's row as it is now, and the journal's. Reasons and notes are what people typed: not in the journal.
Result<WriteOutcome> finish(WriteContext &context, qint64 sessionId, const char *type, QJsonObject payload, int code)
{
    const auto session = drawerstore::find(context.database, context.principal.businessId, sessionId);
    if (!session)
        return session.error();
    payload.insert(QStringLiteral("terminal"), session->terminalId);
    payload.insert(QStringLiteral("currency"), session->currency.code());
    const auto written = journalstore::append(context, session->businessId,
                                              {EntityKind::Drawer, session->id, session->version,
                                               QString::fromLatin1(type), payload, drawerstore::digest(*session)});
    if (!written)
        return written.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Drawer;
    outcome.entityId = session->id;
    outcome.code = code;
    return outcome;
}

/// An open session with its next version.
Result<DrawerSession> take(WriteContext &context, qint64 sessionId)
{
    auto session = drawerstore::find(context.database, context.principal.businessId, sessionId);
    if (!session)
        return session.error();
    if (!session->isOpen())
        return Error{ErrorCode::VersionStale, QStringLiteral("This drawer was closed meanwhile."), {}};
    ++session->version;
    return session;
}

Result<DrawerCount> checkedCount(const WriteContext &context, const DrawerSession &session,
                                 const drawerwrites::Found &found)
{
    if (const auto checked = checkAmount("counted", found.countedMinor, 0); !checked)
        return checked.error();
    const auto sum = sumOfPieces(found.pieces);
    if (!sum)
        return sum.error();
    if (!found.pieces.empty() && *sum != found.countedMinor)
        return editrules::invalid("counted", QStringLiteral("is not the sum of the pieces"));
    DrawerCount count;
    count.countedMinor = found.countedMinor;
    count.expectedMinor = session.expectedMinor();
    count.pieces = found.pieces;
    std::erase_if(count.pieces, [](const DrawerPieces &one) { return one.count == 0; });
    count.madeBy = context.principal.actor();
    count.madeAtMs = context.nowMs;
    return count;
}

QJsonObject payloadOf(const DrawerCount &count)
{
    return {{QStringLiteral("counted"), count.countedMinor}, {QStringLiteral("expected"), count.expectedMinor}};
}

/// Nothing when there is no cash in it, or no drawer to put it into.
Result<void> note(WriteContext &context, const Payment &payment, DrawerMove move)
{
    if (payment.method != PaymentMethod::Cash || move.amountMinor <= 0)
        return {};
    const auto open = drawerstore::open(context.database, payment.businessId);
    if (!open)
        return open.error();
    const DrawerSession *session = drawerFor(*open, screenOf(context.principal));
    if (!session)
        return {};
    move.paymentId = payment.id;
    move.madeBy = context.principal.actor();
    move.madeAtMs = context.nowMs;
    return drawerstore::insertMove(context.database, *session, &move);
}

Result<void> namePeople(sql::Database &database, qint64 businessId, std::vector<DrawerSession> *sessions)
{
    QStringList keys;
    for (const DrawerSession &one : *sessions) {
        keys << one.openedBy << one.closedBy;
        for (const DrawerMove &move : one.moves)
            keys << move.madeBy;
        for (const DrawerCount &count : one.counts)
            keys << count.madeBy;
    }
    const auto names = ActorNames::load(database, businessId, keys);
    if (!names)
        return names.error();
    for (DrawerSession &one : *sessions) {
        one.openedBy = names->of(one.openedBy);
        one.closedBy = names->of(one.closedBy);
        for (DrawerMove &move : one.moves)
            move.madeBy = names->of(move.madeBy);
        for (DrawerCount &count : one.counts)
            count.madeBy = names->of(count.madeBy);
    }
    return {};
}

Result<std::vector<DrawerSession>> named(sql::Database &database, qint64 businessId,
                                         Result<std::vector<DrawerSession>> sessions)
{
    if (!sessions)
        return sessions.error();
    if (const auto done = namePeople(database, businessId, &*sessions); !done)
        return done.error();
    return sessions;
}

} // namespace

Result<WriteOutcome> drawerwrites::open(WriteContext &context, qint64 floatMinor)
{
    if (const auto checked = checkAmount("float", floatMinor, 0); !checked)
        return checked.error();
    const qint64 businessId = context.principal.businessId;
    const auto business = businessstore::find(context.database, businessId);
    if (!business)
        return business.error();
    const auto currency = Currency::fromCode(business->currency);
    if (!currency)
        return currency.error();
    const qint64 terminalId = screenOf(context.principal);
    const auto open = drawerstore::open(context.database, businessId);
    if (!open)
        return open.error();
    if (std::any_of(open->begin(), open->end(),
                    [terminalId](const DrawerSession &one) { return one.terminalId == terminalId; }))
        return Error{ErrorCode::AlreadyExists, QStringLiteral("The drawer is open here already."), {}};
    DrawerSession session;
    session.businessId = businessId;
    session.terminalId = terminalId;
    session.currency = *currency;
    session.floatMinor = floatMinor;
    session.openedAtMs = context.nowMs;
    session.openedBy = context.principal.actor();
    if (const auto inserted = drawerstore::insert(context.database, &session); !inserted)
        return inserted.error();
    return finish(context, session.id, "drawer.opened", {{QStringLiteral("float"), floatMinor}}, 201);
}

Result<WriteOutcome> drawerwrites::move(WriteContext &context, qint64 sessionId, DrawerMoveKind kind,
                                        qint64 amountMinor, const QString &reason)
{
    if (!isByHand(kind))
        return editrules::invalid("kind", QStringLiteral("must be pay_in or pay_out"));
    if (const auto checked = checkAmount("amount", amountMinor, 1); !checked)
        return checked.error();
    const QString why = reason.trimmed();
    if (why.isEmpty() || why.size() > maxReason)
        return editrules::invalid("reason", QStringLiteral("is required"));
    const auto session = take(context, sessionId);
    if (!session)
        return session.error();
    if (kind == DrawerMoveKind::PayOut && amountMinor > session->expectedMinor()) {
        return editrules::invalid(
            "amount", QStringLiteral("The drawer should hold %1 %2.")
                          .arg(QString::fromLatin1(formatMajorUnits(session->expectedMinor(), session->currency)),
                               session->currency.code()));
    }
    DrawerMove move;
    move.kind = kind;
    move.amountMinor = amountMinor;
    move.reason = why;
    move.madeBy = context.principal.actor();
    move.madeAtMs = context.nowMs;
    if (const auto inserted = drawerstore::insertMove(context.database, *session, &move); !inserted)
        return inserted.error();
    if (const auto updated = drawerstore::update(context.database, *session); !updated)
        return updated.error();
    return finish(context, sessionId, kind == DrawerMoveKind::PayIn ? "drawer.paid_in" : "drawer.paid_out",
                  {{QStringLiteral("move"), move.id}, {QStringLiteral("amount"), amountMinor}}, 201);
}

Result<WriteOutcome> drawerwrites::count(WriteContext &context, qint64 sessionId, const Found &found)
{
    const auto session = take(context, sessionId);
    if (!session)
        return session.error();
    auto count = checkedCount(context, *session, found);
    if (!count)
        return count.error();
    if (const auto inserted = drawerstore::insertCount(context.database, *session, &*count); !inserted)
        return inserted.error();
    if (const auto updated = drawerstore::update(context.database, *session); !updated)
        return updated.error();
    return finish(context, sessionId, "drawer.counted", payloadOf(*count), 201);
}

Result<WriteOutcome> drawerwrites::close(WriteContext &context, qint64 sessionId, const Found &found,
                                         const QString &note, std::optional<qint64> version)
{
    if (note.size() > maxReason)
        return editrules::invalid("note", QStringLiteral("is too long"));
    auto session = take(context, sessionId);
    if (!session)
        return session.error();
    if (const auto checked = editrules::checkVersion(version, session->version - 1); !checked)
        return checked.error();
    auto count = checkedCount(context, *session, found);
    if (!count)
        return count.error();
    session->closedAtMs = context.nowMs;
    session->closedBy = context.principal.actor();
    session->note = note.trimmed();
    if (const auto inserted = drawerstore::insertCount(context.database, *session, &*count); !inserted)
        return inserted.error();
    if (const auto updated = drawerstore::update(context.database, *session); !updated)
        return updated.error();
    return finish(context, sessionId, "drawer.closed", payloadOf(*count), 200);
}

Result<void> drawercash::came(WriteContext &context, const Payment &payment)
{
    DrawerMove move;
    move.kind = DrawerMoveKind::Sale;
    move.amountMinor = payment.totalMinor();
    return note(context, payment, move);
}

Result<void> drawercash::wentBack(WriteContext &context, const Payment &payment, const Refund &refund)
{
    DrawerMove move;
    move.kind = DrawerMoveKind::Refund;
    move.amountMinor = refund.amountMinor;
    move.refundId = refund.id;
    return note(context, payment, move);
}

Result<DrawerSession> drawerreads::one(sql::Database &database, qint64 businessId, qint64 sessionId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    auto session = drawerstore::find(database, businessId, sessionId);
    if (!session)
        return session.error();
    std::vector<DrawerSession> one{std::move(*session)};
    if (const auto done = namePeople(database, businessId, &one); !done)
        return done.error();
    return std::move(one.front());
}

Result<std::vector<DrawerSession>> drawerreads::open(sql::Database &database, qint64 businessId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    return named(database, businessId, drawerstore::open(database, businessId));
}

Result<drawerreads::Page> drawerreads::page(sql::Database &database, qint64 businessId, int limit,
                                            const QString &cursor)
{
    bool fits = true;
    const qint64 beforeId = cursor.isEmpty() ? 0 : cursor.toLongLong(&fits);
    if (!fits || beforeId < 0)
        return editrules::invalid("cursor", QStringLiteral("is no cursor of this list"));
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    auto rows = named(database, businessId, drawerstore::list(database, businessId, beforeId, limit + 1));
    if (!rows)
        return rows.error();
    Page page;
    page.sessions = std::move(*rows);
    if (page.sessions.size() > std::size_t(limit)) {
        page.sessions.pop_back();
        page.nextCursor = QString::number(page.sessions.back().id);
    }
    return page;
}

Result<std::vector<DrawerSession>> drawerreads::during(sql::Database &database, qint64 businessId, qint64 beginMs,
                                                       qint64 endMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    return named(database, businessId, drawerstore::during(database, businessId, beginMs, endMs));
}

} // namespace oshaq
