// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/billshares.h"

#include <algorithm>

namespace oshaq {

qint64 evenShareMinor(qint64 dueMinor, int guests)
{
    if (dueMinor <= 0 || guests <= 0)
        return 0;
    return dueMinor / guests + (dueMinor % guests == 0 ? 0 : 1);
}

Result<std::vector<PaidLine>> sharesOfLines(const Order &order, const std::vector<qint64> &lineIds,
                                            const std::set<qint64> &paidBefore)
{
    std::vector<PaidLine> shares;
    std::set<qint64> named;
    for (std::size_t i = 0; i < lineIds.size(); ++i) {
        const qint64 id = lineIds[i];
        const QString path = QStringLiteral("lines[%1]").arg(i);
        const auto line =
            std::find_if(order.lines.begin(), order.lines.end(), [id](const OrderLine &one) { return one.id == id; });
        if (line == order.lines.end() || line->status == LineStatus::Voided || !named.insert(id).second) {
            const QString issue = QStringLiteral("is no line of this order that can be paid for");
            return Error{ErrorCode::ValidationFailed, issue, {{path, issue}}};
        }
        if (paidBefore.contains(id)) {
            const QString issue = QStringLiteral("%1 is paid for already.").arg(line->name);
            return Error{ErrorCode::PaymentNotAllowed, issue, {{path, issue}}};
        }
        const auto total = lineTotalMinor(line->priceMinor, line->quantity);
        if (!total)
            return total.error();
        shares.push_back({id, *total});
    }
    return shares;
}

} // namespace oshaq
