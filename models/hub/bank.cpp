// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/bank.h"

namespace oshaq {

namespace {

Error noBank()
{
    return {ErrorCode::PaymentMethodNotConfigured,
            QStringLiteral("No bank is set up here: take cash, or a card with the card reader."),
            {}};
}

} // namespace

Result<void> NoBank::ready(sql::Database &, qint64) const
{
    return noBank();
}

void NoBank::openPage(qint64, qint64, PageDone done)
{
    done(noBank());
}

void NoBank::ask(qint64, qint64, Done done)
{
    done(noBank());
}

} // namespace oshaq
