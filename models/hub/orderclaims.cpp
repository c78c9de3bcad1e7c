// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderclaims.h"

#include "models/domain/uuid7.h"
#include "models/hub/orderstore.h"

namespace oshaq {

QString orderclaims::hubLetter()
{
    return QStringLiteral("A");
}

Result<QString> orderclaims::uuid(WriteContext &context, const QString &wanted)
{
    if (wanted.isEmpty())
        return makeUuid7(context.nowMs);
    const QString path = QStringLiteral("order_uuid");
    if (!isUuid(wanted)) {
        const QString issue = QStringLiteral("This is not a UUID.");
        return Error{ErrorCode::ValidationFailed, issue, {{path, issue}}};
    }
    const QString uuid = wanted.toLower();
    const auto known = orderstore::uuidExists(context.database, context.principal.businessId, uuid);
    if (!known)
        return known.error();
    if (*known) {
        const QString issue = QStringLiteral("There is an order with this uuid already.");
        return Error{ErrorCode::AlreadyExists, issue, {{path, issue}}};
    }
    return uuid;
}

} // namespace oshaq
