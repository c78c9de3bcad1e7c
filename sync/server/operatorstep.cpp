// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/operatorstep.h"

#include "sync/protocol/staffjson.h"
#include "sync/server/apithread.h"
#include "sync/server/routetable.h"

namespace oshaq {

namespace {

Flow refuseValue(Exchange &exchange, const QString &issue)
{
    const QString header = QString::fromLatin1(operatorHeader);
    exchange.refuse(ErrorCode::ValidationFailed, QStringLiteral("%1 %2.").arg(header, issue), {{header, issue}});
    return Flow::Answer;
}

} // namespace

Flow operatorstep::enter(ApiThread &thread, const ExchangePtr &exchange)
{
    const QByteArray named = exchange->request.header(QByteArray(operatorHeader).toLower());
    if (named.isEmpty() || !exchange->principal)
        return Flow::Next;
    Principal &principal = *exchange->principal;
    if (principal.kind != Principal::Kind::Terminal)
        return refuseValue(*exchange, QStringLiteral("belongs to the token of a terminal"));
    const auto id = orderRefFrom(QString::fromLatin1(named));
    if (!id || id->id == 0)
        return refuseValue(*exchange, QStringLiteral("must be the number of one of the staff"));
    const auto row = thread.operatorRow(principal.businessId, id->id);
    if (!row && row.error().code == ErrorCode::NotFound)
        return refuseValue(*exchange, QStringLiteral("names nobody who ever worked here"));
    if (!row) {
        exchange->error = row.error();
        return Flow::Answer;
    }
    if (!row->worksHere && !exchange->route->arrivesLate) {
        exchange->refuse(ErrorCode::Forbidden, QStringLiteral("They do not work here any more."),
                         {{QString::fromLatin1(operatorHeader), QStringLiteral("does not work here any more")}});
        return Flow::Answer;
    }
    principal.operatorId = id->id;
    principal.screenRole = principal.role;
    principal.role = narrower(principal.role, row->role);
    return Flow::Next;
}

void operatorstep::leave(ApiThread &, Exchange &exchange)
{
    if (!exchange.error || exchange.error->code != ErrorCode::Forbidden || !exchange.error->details.empty())
        return;
    if (!exchange.principal || exchange.principal->role == exchange.principal->ownRole())
        return;
    exchange.error->details = {
        {QString::fromLatin1(operatorHeader),
         QStringLiteral("is a %1, who may not do this").arg(roleText(exchange.principal->role))}};
}

} // namespace oshaq
